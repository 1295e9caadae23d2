import { RESERVED_WORDS } from "./keywords.ts";

/** A name as written in a query: in backquotes if it is a reserved word or not a plain identifier. */
export function printName(name: string): string {
  const isPlain =
    /^[\p{ID_Start}\p{Pc}][\p{ID_Continue}\p{Sc}]*$/u.test(name) && !RESERVED_WORDS.has(name.toUpperCase());
  return isPlain ? name : `\`${name.replaceAll("`", "``")}\``;
}

/** A string literal in single quotes. */
export function printString(text: string): string {
  const escaped = text
    .replace(/[\\']/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return `'${escaped}'`;
}
