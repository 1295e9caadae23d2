import { printableLine } from "../../diagnostics/printable-text.ts";
import { RESERVED_WORDS, SHORTEST_PATH_FUNCTIONS } from "../../syntax/keywords.ts";
import type { CompletionWords } from "./completion-words.ts";
import { PROMPT_COMMANDS } from "./prompt-commands.ts";

/** More candidates than this are not worth showing. */
const MOST = 100;

/** Readline's form: the candidates, and the part of the line that they replace. */
export type Completion = [candidates: string[], replaced: string];

/**
 * Candidates for the end of `line`: a command after a colon at the start of the line, an entity's name in an open
 * quote, a label or type after a colon, a property after a dot, otherwise a keyword or a shortest-path function.
 */
export function complete(line: string, words: CompletionWords): Completion {
  const command = /^\s*:(\w*)$/.exec(line);
  if (command !== null)
    return matching(
      PROMPT_COMMANDS.map(({ name }) => name),
      command[1] ?? "",
    );

  const quote = openQuote(line);
  if (quote !== undefined) return matching(words.names, line.slice(quote + 1));

  const [, before = "", word = ""] = /^(.*?)([\p{ID_Continue}]*)$/su.exec(line) ?? [];
  if (/\[[^\]]*[:|]\s*$/.test(before)) return matching(words.types, word);
  if (/\([^)]*:\s*$/.test(before)) return matching(words.labels, word);
  if (/[\p{ID_Continue}\]})]\.$/u.test(before)) return matching(words.keys, word);
  return word === ""
    ? [[], ""]
    : matching(
        [
          ...[...RESERVED_WORDS].map((keyword) => `${keyword} `),
          ...Object.values(SHORTEST_PATH_FUNCTIONS).map((name) => `${name}((`),
        ],
        word,
      );
}

/**
 * Candidates that begin with `start`, ignoring case; they replace the user's spelling of it. Readline prints them
 * unchanged, so names with unprintable characters are left out.
 */
function matching(candidates: readonly string[], start: string): Completion {
  const wanted = start.toLowerCase();
  const found = candidates.filter(
    (candidate) => candidate.toLowerCase().startsWith(wanted) && printableLine(candidate) === candidate,
  );
  return [found.sort().slice(0, MOST), start];
}

/** Offset of the quotation mark that `line` leaves open; `undefined` if there is none. */
function openQuote(line: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < line.length; at++) {
    const char = line[at];
    if (open === undefined) {
      if (char === '"' || char === "'") open = at;
    } else if (char === "\\") at++;
    else if (char === line[open]) open = undefined;
  }
  return open;
}
