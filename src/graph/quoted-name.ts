/**
 * Where some names are reserved, those are stored in backquotes, as Cypher quotes names, and one that is in backquotes
 * already gets another pair: so each name has a form of its own.
 */
const QUOTE = "`";
const QUOTE_CODE = 96;

export function quoted(name: string): string {
  return QUOTE + name + QUOTE;
}

/** Whether a name is in backquotes, at its start at least. */
export function isQuoted(name: string): boolean {
  return name.charCodeAt(0) === QUOTE_CODE;
}

/** A name without the backquotes that it has at both its ends: what decides whether it is reserved. */
export function withoutQuotes(name: string): string {
  if (!isQuoted(name)) return name;
  let at = 0;
  while (2 * at + 1 < name.length && name[at] === QUOTE && name[name.length - 1 - at] === QUOTE) at++;
  return name.slice(at, name.length - at);
}
