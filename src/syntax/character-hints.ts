/** A hint for a character that has no meaning in a query: what to write instead. */
export interface CharacterHint {
  /** Length of the unexpected text, in UTF-16 units. */
  readonly length: number;
  readonly hint: string | undefined;
}

/** Operators of other languages that have two characters. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["!=", "for not equal, write <>"],
  ["&&", "write AND"],
  ["!~", "write NOT x =~ '.*'"],
]);

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...each("“”„‟«»〝〞", 'write straight quotes: "…"'),
  ...each("‘’‚‛‹›′´", "write straight quotes: '…'"),
  ...each("−⁃", "a minus sign and the line of a relationship are written -"),
  ...each("→⟶⇒➔➜⟹►", "an arrow is written -> after a line: (a)-->(b), (a)-[r]->(b)"),
  ...each("←⟵⇐◄", "an arrow is written <- before a line: (a)<--(b), (a)<-[r]-(b)"),
  ...each("↔⟷⇔", "a relationship in either direction is written --: (a)--(b)"),
  ["≠", "write <>"],
  ["≤", "write <="],
  ["≥", "write >="],
  ["∈", "write IN"],
  ["∧", "write AND"],
  ["∨", "write OR"],
  ["¬", "write NOT"],
  ["×", "write *"],
  ["·", "write *, or a full stop before a key"],
  ["÷", "write /"],
  ["!", "write NOT"],
  ["&", "write AND"],
  ["?", "write CASE WHEN x > 1 THEN 'a' ELSE 'b' END to choose, $name for a parameter"],
  ["@", "write $name for a parameter"],
  ["#", "a comment begins with //"],
  ["~", "match a regular expression with =~"],
  ["\\", "a backslash is allowed only inside quotes; put a name with special characters in backquotes"],
]);

function each(characters: string, hint: string): [string, string][] {
  return [...characters].map((character) => [character, hint]);
}

export function characterHint(text: string, offset: number): CharacterHint {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const pair = text.slice(offset, offset + 2);
  const ofPair = PAIRS.get(pair);
  if (ofPair !== undefined) return { length: pair.length, hint: ofPair };
  return { length: character.length, hint: CHARACTERS.get(character) ?? otherHint(character) };
}

/** Hints for classes of characters that are too large to list. */
function otherHint(character: string): string | undefined {
  if (/\p{Pd}/u.test(character)) return "a minus sign and the line of a relationship are written -";
  // Text copied from web pages may contain zero-width characters and direction marks.
  if (/[\p{Cf}\p{Cc}]/u.test(character))
    return "delete it: this invisible character often comes with copied text";
  const plain = character.normalize("NFKC");
  if (plain !== character && /^[!-~]$/.test(plain)) return `write ${plain}, which looks the same`;
  return character > "\x7f"
    ? "put strings in quotes, and names with special characters in backquotes"
    : undefined;
}
