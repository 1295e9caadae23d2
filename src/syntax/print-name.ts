import { RESERVED_WORDS } from "./keywords.ts";

/** A name as a query writes it: in backquotes where it is a reserved word or no plain identifier. */
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
