import { readFileSync } from "node:fs";

/** The rows of a file written by `write-news-files.ts`, without its header. No field contains a line break. */
export function* readCsv(path: string): Iterable<readonly string[]> {
  const text = readFileSync(path, "utf8");
  for (let from = text.indexOf("\n") + 1; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end);
    yield line.includes('"') ? unquoted(line) : line.split(",");
    from = end + 1;
  }
}

function unquoted(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? "");
}
