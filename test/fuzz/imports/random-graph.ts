import type { Random } from "../random.ts";

/** A value as written in CSV and JSON, and the value imported from it, in the format of `plainValue`. */
export interface Cell {
  readonly csv: string;
  readonly json: string;
  readonly value: string;
}

/** Null represents an absent property. */
export type Cells = readonly (Cell | null)[];

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** A small graph as rows, before it is written to any file. */
export interface RandomGraph {
  readonly nodeColumns: readonly Column[];
  readonly nodes: readonly {
    readonly key: string;
    readonly labels: readonly string[];
    readonly cells: Cells;
  }[];
  readonly relationshipColumns: readonly Column[];
  readonly relationships: readonly {
    readonly start: string;
    readonly end: string;
    readonly type: string;
    readonly cells: Cells;
  }[];
}

const TEXTS: readonly string[] = [
  ...[
    "Ann",
    "Zoë",
    "a,b",
    'say "yes"',
    "two\nlines",
    "a b ",
    " a",
    "1",
    "true",
    "null",
    "-",
    "#",
    "😀",
    "=1+1",
  ],
  ...[
    "e\u0301",
    "\u200b",
    "\u202e",
    "x".repeat(70),
    "__proto__",
    "constructor",
    "2025-05-07",
    "{",
    "[",
    "\\",
    "\\n",
  ],
];
const NAMES: readonly string[] = [
  ..."name born label text größe constructor toString __proto__ hasOwnProperty a_b".split(" "),
  ...["a b", "Ünïcödé", "labels", "x.y"],
];
const LABELS: readonly string[] = ["Person", "City", "a b", "Größe", "constructor"];
const KEYS: readonly string[] = [
  "xi",
  "1",
  "01",
  "a b",
  "toString",
  "ключ",
  "a,b",
  'q"q',
  "-1",
  "r0",
  "constructor",
];

/** Generators of values, by column type. */
const VALUES: Readonly<Record<string, (random: Random) => Cell>> = {
  string: (random) => textCell(random.pick(TEXTS)),
  int: (random) => {
    const text = random.pick(["0", "7", "-3", "1953", "9007199254740993", "-9223372036854775808"]);
    return { csv: text, json: text, value: `integer ${text}` };
  },
  float: (random) => {
    const text = random.pick(["0.5", "-2.25", "1e-7", "1.0", "1e300"]);
    return { csv: text, json: text, value: `float ${Number(text)}` };
  },
  boolean: (random) => {
    const text = random.pick(["true", "false"]);
    return { csv: text, json: text, value: `boolean ${text}` };
  },
  "string[]": (random) => {
    const items = Array.from({ length: 1 + random.below(3) }, () => random.pick(["Ann", "b c", "Zoë", "1"]));
    const value = `list ${JSON.stringify(items.map((item) => `text ${item}`))}`;
    return { csv: items.join(";"), json: JSON.stringify(items), value };
  },
};

function textCell(text: string): Cell {
  return { csv: text, json: JSON.stringify(text), value: `text ${text}` };
}

export function randomGraph(random: Random): RandomGraph {
  const nodeColumns = columns(random);
  const relationshipColumns = columns(random);
  const keys = [...new Set(Array.from({ length: 1 + random.below(5) }, () => random.pick(KEYS)))];
  const types = ["MEETS", "a b", "toString"];
  return {
    nodeColumns,
    relationshipColumns,
    nodes: keys.map((key) => ({
      key,
      labels: [...new Set(Array.from({ length: random.below(3) }, () => random.pick(LABELS)))],
      cells: cells(nodeColumns, random),
    })),
    relationships: Array.from({ length: random.below(5) }, () => ({
      start: random.pick(keys),
      end: random.pick(keys),
      type: random.pick(types),
      cells: cells(relationshipColumns, random),
    })),
  };
}

function columns(random: Random): readonly Column[] {
  const names = new Set(Array.from({ length: random.below(5) }, () => random.pick(NAMES)));
  return Array.from(names, (name) => ({ name, type: random.pick(Object.keys(VALUES)) }));
}

function cells(columnsOfRow: readonly Column[], random: Random): Cells {
  return columnsOfRow.map(({ type }) => (random.once(4) ? null : (VALUES[type]?.(random) ?? null)));
}
