/** A limit, and a query that tries to exceed it. */
export interface LimitTrial {
  readonly limit: "timeout" | "maxMemory" | "maxRows" | "signal" | "none";
  readonly query: string;
}

/** The options of a trial. `abortAfter`: a signal that is aborted after this number of milliseconds. */
export const TRIAL_LIMITS: Readonly<Record<LimitTrial["limit"], Readonly<Record<string, number>>>> = {
  timeout: { timeout: 1000 },
  maxMemory: { timeout: 20_000, maxMemory: 50_000_000 },
  maxRows: { timeout: 20_000, maxRows: 1000 },
  signal: { abortAfter: 500 },
  none: {},
};

/** A string of 786,432 characters, made at run time. */
const LONG = "reduce(s = 'ab ', x IN range(1, 18) | s + s)";

const TIMEOUT = [
  "MATCH (a), (b), (c), (d), (e) RETURN count(*)",
  "RETURN size(reduce(s = [], x IN range(1, 1000000) | [x] + s))",
  "RETURN [x IN range(1, 100000) | size([y IN range(1, 100000) | x * y])]",
  "RETURN all(x IN range(1, 10000000) WHERE none(y IN range(1, 1000) WHERE x = -y))",
  "UNWIND range(1, 3000) AS i WITH DISTINCT range(1, 100000) + [i % 2] AS l RETURN count(*)",
  "UNWIND range(1, 300) AS i WITH range(1, 100000) + [i % 7] AS l ORDER BY l RETURN count(l)",
  "WITH range(1, 1000000) AS l UNWIND range(1, 10000) AS i WITH i WHERE l = range(1, 1000000) RETURN count(i)",
  "UNWIND range(1, 1000000) AS i WITH i WHERE i IN range(1000001, 2000000) RETURN count(i)",
  `WITH ${LONG} AS t UNWIND range(1, 100000) AS i RETURN sum(size(split(replace(toUpper(t + i), 'A', 'x'), ' ')))`,
  `WITH ${LONG} AS t UNWIND range(1, 1000000) AS i WITH i WHERE t + 'x' = t + 'y' RETURN count(i)`,
  "UNWIND range(1, 10000000) AS i RETURN percentileCont(i * 7919 % 1000003, 0.5), max(date() + duration({days: i}))",
  `WITH ${LONG} AS t UNWIND range(1, 1000) AS i RETURN sum(CASE WHEN left(t, 900000) + i =~ '([ab ]+)+c' THEN 1 ELSE 0 END)`,
] as const;

const MEMORY = [
  "RETURN size(reduce(s = [1], x IN range(1, 40) | s + s))",
  "RETURN size(reverse(reduce(s = 'ab', x IN range(1, 27) | s + s)))",
  "RETURN size([x IN range(1, 100) | range(1, 10000000)])",
  "UNWIND range(1, 200) AS i CREATE (:Z {l: range(1, 5000000)})",
  "UNWIND range(1, 1000) AS i RETURN range(1, 100000) AS l",
  "UNWIND range(1, 100) AS i UNWIND [x IN range(1, 20) | range(1, 50000)] AS l RETURN l",
  "UNWIND range(1, 100) AS i WITH range(1, 100000) AS l WITH {list: l} AS m RETURN collect(m)",
  "UNWIND range(1, 1000) AS i WITH [x IN range(1, 20000) | toString(x) + i] AS l RETURN count(DISTINCT l)",
  "UNWIND range(1, 1000000) AS i RETURN i % 500000 AS k, collect(toString(i)) AS texts",
  `WITH ${LONG} AS t UNWIND range(1, 1000) AS i RETURN split(t, ' ')[i..] AS words ORDER BY size(words)`,
  "MATCH (a), (b) RETURN a, b, [(a)-->(x)-->(y) | y] AS near, {a: a, b: b, text: a.name + b.name} AS pair",
  "UNWIND range(1, 1000) AS i RETURN reduce(s = [], x IN range(1, 2000) | s + [toString(x) + i]) AS l UNION UNWIND range(1, 1000) AS i RETURN range(1, i) AS l",
] as const;

const ROWS = [
  "UNWIND range(1, 1001) AS i RETURN i",
  "UNWIND range(1, 10000000) AS i RETURN i",
  "MATCH (a), (b) RETURN a, b",
  "MATCH (a), (b), (c), (d) RETURN *",
  "MATCH (a)-[*1..6]->(b) RETURN a, b",
  "MATCH p = (a)-[*]->(b) RETURN p",
  "UNWIND range(1, 1000) AS i RETURN i UNION ALL UNWIND range(1, 1000) AS i RETURN i",
  "UNWIND range(1, 1000) AS i RETURN i UNION UNWIND range(1, 2000) AS i RETURN i",
  "MATCH (a), (b) RETURN a.i AS a, b.i AS b ORDER BY a DESC, b",
  "MATCH (a), (b) RETURN DISTINCT a.i * 1000 + b.i AS x",
  "MATCH (a), (b) RETURN a.i * 1000 + b.i AS x, count(*) AS n",
  "UNWIND range(1, 2000) AS i CREATE (z:Z {i: i}) RETURN z",
] as const;

const NONE = [
  "RETURN size(reduce(s = [], x IN range(1, 60000) | s + [x]))",
  "RETURN size(reduce(s = [1], x IN range(1, 40) | s + s))",
  "RETURN size(reverse(reduce(s = 'ab', x IN range(1, 40) | s + s)))",
  "RETURN size([x IN range(1, 100) | range(1, 10000000)])",
  "UNWIND range(1, 200) AS i CREATE (:Z {l: range(1, 5000000)})",
  "UNWIND range(1, 300) AS i RETURN collect(range(1, 1000000))",
  "UNWIND range(1, 1000) AS i WITH [x IN range(1, 20) | range(1, 50000)] AS l UNWIND l AS m RETURN m",
  "RETURN reduce(m = {a: 1}, x IN range(1, 100) | {a: m, b: m, c: range(1, 1000000)})",
  "RETURN size(reduce(s = [], x IN range(1, 100000) | [s]))",
  "UNWIND range(1, 100000000) AS i RETURN i",
  "RETURN size(replace(reduce(s = 'ab', x IN range(1, 20) | s + s), 'a', 'aaaaaaaaaaaaaaaaaaaaa'))",
  "WITH reduce(s = 'a', x IN range(1, 20) | s + s) AS t RETURN t + t CONTAINS left(t, 500000) + 'b' + t, toInteger(replace(t, 'a', '1'))",
] as const;

/** Every limit, with twelve queries that try to exceed it. */
export const LIMIT_TRIALS: readonly LimitTrial[] = [
  ...TIMEOUT.map((query): LimitTrial => ({ limit: "timeout", query })),
  ...MEMORY.map((query): LimitTrial => ({ limit: "maxMemory", query })),
  ...ROWS.map((query): LimitTrial => ({ limit: "maxRows", query })),
  ...TIMEOUT.map((query): LimitTrial => ({ limit: "signal", query })),
  ...NONE.map((query): LimitTrial => ({ limit: "none", query })),
];
