import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");

/** The folders that hold a part of the manual, besides the root with its README. */
const FOLDERS = [".github", "examples", "grammar", "seeds", "src", "test"];

/** The Markdown files of the manual, as paths from the root: the README first. */
export const DOCUMENTS: readonly string[] = ["", ...FOLDERS].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(".md"))
    .map((file) => (folder === "" ? file : `${folder}/${file}`)),
);

export function readDocument(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

/** Headings of level 2, as they are written. */
export function sections(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => heading);
}

/** The section of this heading, without the heading and with its subsections; undefined if there is none. */
export function section(text: string, heading: string): string | undefined {
  const [, ...parts] = `\n${text}`.split("\n## ");
  return parts.find((part) => part.startsWith(`${heading}\n`))?.slice(heading.length + 1);
}

/** The anchors of all headings, as GitHub derives them. */
export function anchors(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
}

export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

export interface Link {
  /** A path from the root; the document's own for a link within it. */
  readonly file: string;
  readonly anchor: string | undefined;
}

/** Links to files and headings; addresses on the web are left out. */
export function links(file: string): readonly Link[] {
  const folder = resolve(ROOT, file, "..");
  return [...withoutCode(readDocument(file)).matchAll(/\]\(([^)#:\s]*)(?:#([^)\s]*))?\)/g)].map(
    ([, path = "", anchor]) => ({
      file:
        path === ""
          ? file
          : resolve(folder, path)
              .slice(ROOT.length + 1)
              .replaceAll("\\", "/"),
      anchor,
    }),
  );
}

/** The rows of all tables, each as its cells. Rows of dashes are left out. */
export function tableRows(text: string): readonly (readonly string[])[] {
  return withoutCode(text)
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Without fenced blocks, whose lines may look like headings, tables or links. */
function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "");
}
