import { isAbsolute, join, relative } from "node:path";
import { sha256Hex } from "../annotations/sha256-hex.ts";
import type { Claim } from "../claims/claim.ts";
import { readTextFile } from "../files/read-text-file.ts";
import type { PassageText, PassageTexts } from "../output/evidence/passage-text.ts";

/** The texts of articles in a folder. Each is read once, when a passage of it is asked for. */
export class ArticleTexts {
  readonly #folder: string;
  readonly #texts = new Map<string, Promise<readonly string[] | string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The words of each claim's passage, by its key; of claims that name no passage there is nothing. */
  async passages(claims: Iterable<Claim>): Promise<PassageTexts> {
    const found = new Map<string, PassageText>();
    for (const claim of claims) {
      const text = await this.#passage(claim);
      if (text !== undefined) found.set(claim.key, text);
    }
    return found;
  }

  async #passage({ article, passage }: Claim): Promise<PassageText | undefined> {
    if (article?.file === undefined || passage === undefined) return undefined;
    const points = await this.#pointsOf(article.file);
    if (typeof points === "string") return { kind: "missing", reason: points };
    const words = points.slice(passage.start, passage.end).join("");
    // Without a hash that is right these may be the words of another claim.
    if ((await sha256Hex(words)) !== passage.sha256) {
      return { kind: "missing", reason: "its text is not the one that was annotated" };
    }
    const before = points.slice(0, passage.start);
    return { kind: "words", words, line: before.filter((point) => point === "\n").length + 1 };
  }

  /** The code points of a text, or why there is none. */
  #pointsOf(file: string): Promise<readonly string[] | string> {
    const known = this.#texts.get(file) ?? this.#read(file);
    this.#texts.set(file, known);
    return known;
  }

  async #read(file: string): Promise<readonly string[] | string> {
    const path = join(this.#folder, file);
    const inside = relative(this.#folder, path);
    // Annotations come from strangers: they name texts of this folder only.
    if (inside.startsWith("..") || isAbsolute(inside))
      return `its text ${file} is outside the folder of texts`;
    const read = await readTextFile(path);
    return read.kind === "text" ? [...read.text] : `no text ${file}: ${read.reason}`;
  }
}

/** The texts in `folder`, else in the folder that the environment names; `undefined` where neither does. */
export function articleTexts(
  folder: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ArticleTexts | undefined {
  const chosen = folder ?? environment["HEARSAY_ARTICLES"];
  return chosen === undefined || chosen === "" ? undefined : new ArticleTexts(chosen);
}
