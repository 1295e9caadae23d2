const QUOTE = "`";

/**
 * `name` as it can be stored where some names are reserved: those are written in backquotes, as Cypher quotes names,
 * and one that is in backquotes already gets another pair. {@link unquotedName} takes that back.
 */
export function quotedName(name: string, isReserved: (name: string) => boolean): string {
  return isReserved(withoutQuotes(name)) ? QUOTE + name + QUOTE : name;
}

/** The name that {@link quotedName} made `stored` of. */
export function unquotedName(stored: string, isReserved: (name: string) => boolean): string {
  return stored.startsWith(QUOTE) && isReserved(withoutQuotes(stored)) ? stored.slice(1, -1) : stored;
}

/** A name without the backquotes that it has at both its ends. */
function withoutQuotes(name: string): string {
  let at = 0;
  while (2 * at + 1 < name.length && name[at] === QUOTE && name[name.length - 1 - at] === QUOTE) at++;
  return at === 0 ? name : name.slice(at, name.length - at);
}
