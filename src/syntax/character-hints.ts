/** What to write instead of a character that has no meaning in a query. */
export interface CharacterHint {
  /** How many UTF-16 units it is about. */
  readonly length: number;
  readonly hint: string | undefined;
}

/** Two characters of other languages that are one sign. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["!=", "write <> for what is not equal"],
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
  ["~", "a regular expression is asked with =~"],
  ["\\", "a backslash is part of a text in quotes only; an odd name stands in backquotes"],
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

/** Kinds of characters, of which there are too many to list. */
function otherHint(character: string): string | undefined {
  if (/\p{Pd}/u.test(character)) return "a minus sign and the line of a relationship are written -";
  // Zero-width characters and marks of direction come with texts from web pages.
  if (/[\p{Cf}\p{Cc}]/u.test(character)) return "delete it: it cannot be seen, and comes with copied texts";
  const plain = character.normalize("NFKC");
  if (plain !== character && /^[!-~]$/.test(plain)) return `write ${plain}, which looks alike`;
  return character > "\x7f" ? "texts stand in quotes, and odd names in backquotes" : undefined;
}
