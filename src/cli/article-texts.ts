import { isAbsolute, join, relative } from "node:path";
import { sha256Hex } from "../annotations/sha256-hex.ts";
import type { Claim } from "../claims/claim.ts";
import { readTextFile } from "../files/read-text-file.ts";
import type { PassageText, PassageTexts } from "../output/evidence/passage-text.ts";

/** Article texts in a folder. Each is read once, when the first of its passages is requested. */
export class ArticleTexts {
  readonly #folder: string;
  readonly #texts = new Map<string, Promise<readonly string[] | string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The words of each claim's passage, by claim key. Claims without a passage have no entry. */
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
    // If the hash does not match, these may be the words of another claim.
    if ((await sha256Hex(words)) !== passage.sha256) {
      return { kind: "missing", reason: "its text differs from the text that was annotated" };
    }
    const before = points.slice(0, passage.start);
    return { kind: "words", words, line: before.filter((point) => point === "\n").length + 1 };
  }

  /** The code points of a text, or the reason why it cannot be read. */
  #pointsOf(file: string): Promise<readonly string[] | string> {
    const known = this.#texts.get(file) ?? this.#read(file);
    this.#texts.set(file, known);
    return known;
  }

  async #read(file: string): Promise<readonly string[] | string> {
    const path = join(this.#folder, file);
    const inside = relative(this.#folder, path);
    // Annotations are untrusted: they may name only texts inside this folder.
    if (inside.startsWith("..") || isAbsolute(inside))
      return `its text ${file} is outside the folder of texts`;
    const read = await readTextFile(path);
    return read.kind === "text" ? [...read.text] : `no text ${file}: ${read.reason}`;
  }
}

/** The texts in `folder`, or else in `$HEARSAY_ARTICLES`; `undefined` if neither is set. */
export function articleTexts(
  folder: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ArticleTexts | undefined {
  const chosen = folder ?? environment["HEARSAY_ARTICLES"];
  return chosen === undefined || chosen === "" ? undefined : new ArticleTexts(chosen);
}
