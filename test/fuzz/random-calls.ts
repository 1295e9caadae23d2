import { FUNCTIONS } from "../../src/functions/registry.ts";
import { argumentRange, parameterTypes, resultType } from "../../src/functions/signature.ts";
import type { TypeName } from "../../src/values/type-name.ts";
import type { Random } from "./random.ts";

/** Values of every type, including the limits of each type. */
const VALUES: readonly string[] = `
  null  true  false  0  1  -1  7  64  9223372036854775807  -9223372036854775808
  0.0  -0.0  1.5  -2.5  1e308  5e-324  0.0 / 0.0  1.0 / 0.0  9007199254740993  1e19
  ''  'a'  'Ångström'  '12'  '1e5'  '0x1f'  'true'  '2020-02-29'  'PT1M'  '[('  '👩‍👩‍👧'  '{'  'quarter'  'Europe/Berlin'
  []  [1]  [null]  [1, 'a', 2.5]  [[1], [2, [3]]]  ['b', 'a']  range(0, 5)  range(5, 0, -2)
  {}  {a: 1}  {a: null, b: [1]}  {year: 2020, month: 2, day: 29}  {hour: 25}  {days: 1.5}
  date('2020-02-29')  date('-0001-01-01')  date('+999999999-12-31')  date({year: 1, week: 53})
  time('23:59:59+18:00')  time('12:00:00.123456789Z')  localtime('00:00')  localdatetime('2020-10-25T02:30')
  datetime('2020-10-25T02:30:00[Europe/Berlin]')  datetime('1582-10-10T00:00Z')  datetime({epochMillis: -1})
  duration('P1Y2M3DT4H5M6.7S')  duration('-PT0.000000001S')  duration('P999999999Y')  duration({months: 0.3})
  a  b  r  p  nodes(p)  labels(a)  a.name  keys(r)`
  .trim()
  .split(/ {2,}|\n\s*/);

/** Recognizes the values of a type by how they are written. */
const WRITTEN: Readonly<Record<TypeName, RegExp>> = {
  Null: /^null/,
  Boolean: /^(?:true|false)$/,
  Integer: /^-?\d+$/,
  Float: /^-?\d.*(?:\.\d|e-?\d+)/,
  String: /^(?:'|a\.name)/,
  List: /^(?:\[|range|nodes|labels|keys)/,
  Map: /^\{/,
  Node: /^[ab]$/,
  Relationship: /^r$/,
  Path: /^p$/,
  Date: /^date\(/,
  LocalTime: /^localtime\(/,
  Time: /^time\(/,
  LocalDateTime: /^localdatetime\(/,
  DateTime: /^datetime\(/,
  Duration: /^duration\(/,
};

const OPERATORS: readonly string[] = [
  ..."+ - * / % ^ = <> < <= > >= =~ AND OR XOR IN CONTAINS".split(" "),
  ...["STARTS WITH", "ENDS WITH"],
];

/**
 * A query that calls functions and operators with values of every type. The values come from a list, so that their
 * types are unknown before the query runs.
 */
export function randomCalls(random: Random): string {
  const values = Array.from({ length: 4 }, () => random.pick(VALUES));
  return `MATCH p = (a)-[r]->(b) WITH a, b, r, p, [${values.join(", ")}] AS v RETURN ${expression(random, 1 + random.below(3))} AS x${ending(random)}`;
}

function ending(random: Random): string {
  return random.pick([
    "",
    " ORDER BY x",
    ", count(*)",
    ", collect(v[0])",
    " LIMIT 2",
    " UNION RETURN 1 AS x",
  ]);
}

function expression(random: Random, depth: number): string {
  if (depth === 0 || random.once(5)) return random.once(4) ? random.pick(VALUES) : `v[${random.below(4)}]`;
  const operand = () => expression(random, depth - 1);
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return `(${operand()} ${random.pick(OPERATORS)} ${operand()})`;
    case 3:
      return random.pick([`-${operand()}`, `(NOT ${operand()})`, `(${operand()} IS NULL)`]);
    case 4:
      return random.pick([`${operand()}[${operand()}]`, `${operand()}[${operand()}..${operand()}]`]);
    case 5:
      return `${operand()}.${random.pick(["a", "name", "year", "week", "epochMillis", "timezone", "months"])}`;
    case 6:
      return random.pick([
        `[x IN ${operand()} WHERE ${operand()} | ${operand()}]`,
        `${random.pick(["any", "all", "none", "single"])}(x IN ${operand()} WHERE ${operand()})`,
        `reduce(s = ${operand()}, x IN ${operand()} | ${operand()})`,
        `CASE ${operand()} WHEN ${operand()} THEN ${operand()} END`,
        `a {.*, x: ${operand()}}`,
      ]);
    default:
      return call(random, operand);
  }
}

/** A call, usually with arguments of the types that the function accepts. */
function call(random: Random, argument: () => string): string {
  const definition = random.pick(FUNCTIONS);
  const { name } = definition;
  const { minimum, maximum } = argumentRange(definition);
  const most = Math.min(maximum, minimum + 2);
  const count = minimum + random.below(most - minimum + 1);
  const types = parameterTypes(definition);
  return `${name}(${Array.from({ length: count }, (_, at) => fitting(types[at], random, argument)).join(", ")})`;
}

function fitting(types: readonly TypeName[] | undefined, random: Random, argument: () => string): string {
  if (types === undefined || random.once(4)) return argument();
  const type = random.pick(types);
  const functions = random.once(3) ? FUNCTIONS.filter((definition) => resultType(definition) === type) : [];
  if (functions.length === 0) return valueOfType(type, random);
  const definition = random.pick(functions);
  const wanted = parameterTypes(definition).slice(0, argumentRange(definition).minimum);
  const texts = wanted.map((inner) =>
    inner === undefined ? argument() : valueOfType(random.pick(inner), random),
  );
  return `${definition.name}(${texts.join(", ")})`;
}

function valueOfType(type: TypeName, random: Random): string {
  return random.pick(VALUES.filter((value) => WRITTEN[type].test(value)));
}
