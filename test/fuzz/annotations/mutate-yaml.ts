import type { Random } from "../random.ts";
import { BASE_FILES } from "./base-files.ts";

/** Values and pieces with a special meaning in YAML, JavaScript or annotations. */
const ODDITIES: readonly string[] = [
  ..."__proto__ constructor toString valueOf hasOwnProperty null ~ true yes off .nan .inf -0 012 0x1F 0o17 1e400 9007199254740993".split(
    " ",
  ),
  ..."!!str !!binary !!set !local &a *a <<: ? | > |2- >+ ' \" [ ] { } , - : # % @ ` --- ... %YAML".split(" "),
  ..."2027-02-30 2027-13 2027? 2027~ 202X ../2027 2027/.. 12:30:00 -0001 +10000000 P1D".split(" "),
  ...[
    "",
    "''",
    '""',
    '"\\x41\\u0000\\ud800"',
    "'it''s'",
    "[]",
    "{}",
    "[[[]]]",
    "{ a: { b: [c] } }",
    "? a\n: b",
  ],
  ...[
    "a: b",
    "- a",
    "# c",
    " #c",
    "key:",
    "\t",
    "\u00a0",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u0000",
    "\ud800",
    "\u202e",
  ],
  ...[
    "\r",
    "\r\n",
    "\n\n",
    "Ana Lind",
    "Lind",
    "Zoë",
    "e\u0301",
    "👩‍👩‍👧",
    "x".repeat(300),
    "[".repeat(40),
    "- ".repeat(40),
  ],
];

const KEY = /^(\s*(?:- )?)([\w"']+)(:.*)$/;

type Mutation = (lines: string[], random: Random) => void;

const MUTATIONS: readonly Mutation[] = [
  function removeLine(lines, random) {
    lines.splice(random.below(lines.length), 1 + random.below(2));
  },
  function repeatLine(lines, random) {
    const at = random.below(lines.length);
    lines.splice(random.below(lines.length), 0, ...lines.slice(at, at + 1 + random.below(3)));
  },
  function swapLines(lines, random) {
    const [one, other] = [random.below(lines.length), random.below(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
  },
  function indent(lines, random) {
    const at = random.below(lines.length);
    for (let line = at; line <= at + random.below(3) && line < lines.length; line++) {
      lines[line] = random.once(2) ? `  ${lines[line]}` : (lines[line] ?? "").replace(/^ {1,2}/, "");
    }
  },
  function changeValue(lines, random) {
    const at = random.below(lines.length);
    lines[at] = (lines[at] ?? "").replace(/(: ).*/, (_, colon) => colon + random.pick(ODDITIES));
  },
  function changeWord(lines, random) {
    const at = random.below(lines.length);
    const words = (lines[at] ?? "").match(/[\w-]+|[^\w-]/g) ?? [];
    if (words.length > 0) words[random.below(words.length)] = random.pick(ODDITIES);
    lines[at] = words.join("");
  },
  function changeKey(lines, random) {
    const at = random.below(lines.length);
    const other = KEY.exec(random.pick(random.pick(BASE_FILES).split("\n")))?.[2];
    const key = random.once(2) ? random.pick(ODDITIES) : (other ?? "name");
    lines[at] = (lines[at] ?? "").replace(KEY, (_, before, __, after) => before + key + after);
  },
  function changeNumber(lines, random) {
    const at = random.below(lines.length);
    const number = random.pick(["0", "-1", "1.5", "400", "401", "1e3", "99999999999999999999", "00"]);
    lines[at] = (lines[at] ?? "").replace(/\d+/, () => number);
  },
  function insertOddity(lines, random) {
    const at = random.below(lines.length);
    const line = lines[at] ?? "";
    const inside = random.below(line.length + 1);
    lines[at] = line.slice(0, inside) + random.pick(ODDITIES) + line.slice(inside);
  },
  function insertComment(lines, random) {
    const at = random.below(lines.length);
    if (random.once(2)) lines.splice(at, 0, `${" ".repeat(random.below(6))}# ${random.pick(ODDITIES)}`);
    else lines[at] += " # so";
  },
  function insertOther(lines, random) {
    const others = random.pick(BASE_FILES).split("\n");
    const at = random.below(others.length);
    lines.splice(random.below(lines.length + 1), 0, ...others.slice(at, at + 1 + random.below(6)));
  },
  function bracket(lines, random) {
    const at = random.below(lines.length);
    const [open, close] = random.pick([
      ["[", "]"],
      ["{ ", " }"],
      ["'", "'"],
      ['"', '"'],
    ] as const);
    lines[at] = (lines[at] ?? "").replace(/(: )(.*)/, (_, colon, value) => colon + open + value + close);
  },
  function cutOff(lines, random) {
    const at = lines.length - 1 - random.below(Math.min(8, lines.length));
    lines.splice(at + 1);
    lines[at] = (lines[at] ?? "").slice(0, random.below(20));
  },
];

/** A file of annotations with up to five changes; often it can still be read. */
export function randomAnnotations(random: Random): string {
  const lines = random.pick(BASE_FILES).split("\n");
  for (let times = random.below(6); times > 0; times--) {
    if (lines.length === 0) lines.push("");
    random.pick(MUTATIONS)(lines, random);
  }
  return lines.join("\n");
}
