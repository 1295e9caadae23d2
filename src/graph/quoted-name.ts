/**
 * Reserved names are stored in backquotes, as Cypher quotes names. A name that already has backquotes gets another
 * pair, so that the stored form is unique.
 */
const QUOTE = "`";
const QUOTE_CODE = 96;

export function quoted(name: string): string {
  return QUOTE + name + QUOTE;
}

/** Whether a name starts with a backquote. */
export function isQuoted(name: string): boolean {
  return name.charCodeAt(0) === QUOTE_CODE;
}

/** A name without its pairs of enclosing backquotes: this inner name determines whether the name is reserved. */
export function withoutQuotes(name: string): string {
  if (!isQuoted(name)) return name;
  let at = 0;
  while (2 * at + 1 < name.length && name[at] === QUOTE && name[name.length - 1 - at] === QUOTE) at++;
  return name.slice(at, name.length - at);
}
