import { describe, expect, test } from "vitest";
import * as hearsay from "../../src/hearsay.ts";
import * as node from "../../src/node.ts";

/** A public function as a program without types sees it. */
type Untyped = (...args: readonly unknown[]) => unknown;

const { Engine } = hearsay;
const columns = hearsay.columnsOfGraph(new Engine().graph);
const engine = (): Readonly<Record<string, Untyped>> => new Engine() as never;
const construct =
  (Class: unknown): Untyped =>
  (...args) =>
    new (Class as new (...args: readonly unknown[]) => unknown)(...args);
const call =
  (target: unknown): Untyped =>
  (...args) =>
    (target as Untyped)(...args);
const date = new hearsay.CypherDate(2025);
const time = new hearsay.LocalTime(1);

/** Every public function, with valid arguments; the tests replace one of them with an invalid value. */
const FUNCTIONS: Readonly<Record<string, readonly [Untyped, readonly unknown[], names?: string]>> = {
  Engine: [construct(Engine), [columns]],
  "Engine.run": [(...args) => engine()["run"]?.(...args), ["RETURN 1", {}, {}]],
  "Engine.prepare": [(...args) => engine()["prepare"]?.(...args), ["RETURN 1"]],
  "PreparedQuery.run": [(...args) => call(new Engine().prepare("RETURN 1").run)(...args), [{}, {}]],
  "Engine.registerProcedure": [
    (...args) => engine()["registerProcedure"]?.(...args),
    [{ name: "a", parameters: [], columns: [], run: () => [] }],
  ],
  "ClaimReader.groups": [(...args) => call(new Engine().claims().groups)(...args), [[]]],
  "ClaimReader.claimsOfArticle": [(...args) => call(new Engine().claims().claimsOfArticle)(...args), ["a"]],
  "ClaimReader.claimsOfClaimant": [(...args) => call(new Engine().claims().claimsOfClaimant)(...args), ["a"]],
  "ClaimReader.node": [(...args) => call(new Engine().claims().node)(...args), ["a"]],
  columnsOfGraph: [call(hearsay.columnsOfGraph), [new Engine().graph]],
  importGraphText: [call(hearsay.importGraphText), [{}, {}]],
  "importGraphText, nodes": [(nodes) => call(hearsay.importGraphText)({ nodes }), [[]]],
  "importGraphText, a file": [
    (source) => call(hearsay.importGraphText)({ nodes: [source] }),
    [{ name: "a.csv", chunks: [":ID\n"] }],
  ],
  "importGraphText, chunks": [
    (chunks) => call(hearsay.importGraphText)({ nodes: [{ name: "a.csv", chunks }] }),
    [[":ID\n"]],
  ],
  "importGraphText, a chunk": [
    (chunk) => call(hearsay.importGraphText)({ nodes: [{ name: "a.csv", chunks: [chunk] }] }),
    [":ID\n"],
  ],
  graphToArrow: [call(hearsay.graphToArrow), [columns, "saved"]],
  graphFromArrow: [
    call(hearsay.graphFromArrow),
    [
      { name: "nodes", bytes: hearsay.graphToArrow(columns, "a").nodes },
      { name: "relationships", bytes: hearsay.graphToArrow(columns, "a").relationships },
    ],
  ],
  toGexf: [call(hearsay.toGexf), [new Engine().graph, {}]],
  Float: [construct(hearsay.Float), [1]],
  LocalDateTime: [construct(hearsay.LocalDateTime), [date, time]],
  DateTime: [construct(hearsay.DateTime), [date, time]],
  Time: [(...args) => construct(hearsay.Time)(...args, 0), [time]],
  Duration: [construct(hearsay.Duration), [1, 2, 3, 4]],
  renderFault: [
    call(node.renderFault),
    [{ severity: "error", code: "a", message: "b", file: "c", text: "", span: { start: 0, end: 0 } }],
  ],
  importGraph: [call(node.importGraph), [{}, {}]],
  "importGraph, nodes": [(nodes) => call(node.importGraph)({ nodes }), [[]]],
  openGraph: [call(node.openGraph), ["no-such-folder"]],
  "saveGraph, columns": [(value) => call(node.saveGraph)(value, "no-such-folder"), []],
  "saveGraph, folder": [
    // A string would create the folder.
    (folder) => (typeof folder === "string" ? undefined : call(node.saveGraph)(columns, folder)),
    [],
  ],
  loadAnnotations: [call(node.loadAnnotations), [[], {}]],
};

const WRONG: readonly unknown[] = [
  null,
  0.5,
  "x",
  [1],
  {},
  { timout: 5 },
  new Map(),
  () => 1,
  true,
  Symbol("s"),
  1n,
];

async function thrown(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Whether an error describes the wrong argument, and is not an internal JavaScript error. */
function isClear(error: unknown): boolean {
  if (error instanceof hearsay.CypherError || error instanceof hearsay.ImportError) return true;
  if (!(error instanceof Error)) return false;
  return (
    "syscall" in error ||
    (error instanceof TypeError && / expects |^expected a | unknown option /.test(error.message))
  );
}

describe.each(Object.keys(FUNCTIONS))("%s", (name) => {
  const [run, right] = FUNCTIONS[name] ?? [() => {}, []];

  test("accepts valid arguments", async () => {
    const error = await thrown(() => (right.length === 0 ? undefined : run(...right)));
    expect(error === undefined || isClear(error)).toBe(true);
    if (name !== "openGraph") expect(error).toBeUndefined();
  });

  test("describes a wrong argument", async () => {
    for (const at of right.length === 0 ? [0] : right.keys()) {
      for (const wrong of WRONG) {
        const args = [...right.slice(0, at), wrong, ...right.slice(at + 1)];
        const error = await thrown(() => run(...args));
        expect([error, isClear(error) || (error === undefined && isFine(name, at, wrong))]).toEqual([
          error,
          true,
        ]);
      }
    }
  });
});

/** Whether a value is valid by chance: an empty object as options, a string as a key. */
function isFine(name: string, at: number, wrong: unknown): boolean {
  const isEmptyObject =
    typeof wrong === "object" && wrong !== null && Object.keys(wrong).length === 0 && !(wrong instanceof Map);
  switch (name) {
    case "Engine.run":
    case "PreparedQuery.run":
      return (
        isEmptyObject ||
        (typeof wrong === "object" &&
          wrong !== null &&
          "timout" in wrong &&
          at === (name === "Engine.run" ? 1 : 0))
      );
    case "importGraphText":
    case "importGraph":
      return isEmptyObject;
    case "toGexf":
    case "loadAnnotations":
      return (at === 1 && isEmptyObject) || (at === 0 && wrong === "x");
    case "ClaimReader.groups":
      return typeof wrong === "object" && wrong !== null && Symbol.iterator in wrong;
    case "importGraphText, chunks":
    case "importGraphText, a chunk":
      return typeof wrong === "string";
    case "Float":
      return typeof wrong === "number";
    case "Duration":
      return typeof wrong === "bigint";
    case "DateTime":
      return false;
    default:
      return typeof wrong === "string";
  }
}

test("every public function is tested", () => {
  const names = [...Object.keys(hearsay), ...Object.keys(node)].filter(
    (name) => typeof ({ ...hearsay, ...node } as Record<string, unknown>)[name] === "function",
  );
  const tested = new Set(Object.keys(FUNCTIONS).map((name) => name.split(/[.,]/)[0]));
  // Errors, and classes that only the engine makes; CypherDate and LocalTime are tested with the calendar, and
  // valueText accepts every value.
  const others = [
    "CypherError",
    "FileError",
    "ImportError",
    "Node",
    "Relationship",
    "Path",
    "CypherDate",
    "LocalTime",
    "valueText",
  ];
  expect(names.filter((name) => !tested.has(name) && !others.includes(name))).toEqual([]);
  expect(hearsay.valueText(undefined as never)).toBe("null");
});

describe("an unknown option", () => {
  test.each<[string, () => unknown, string]>([
    [
      "of a query",
      () => call(new Engine().run.bind(new Engine()))("RETURN 1", {}, { timout: 5 }),
      'unknown option "timout" in its options; did you mean timeout?',
    ],
    ["of GEXF", () => call(hearsay.toGexf)(new Engine().graph, { verison: "1.2" }), "did you mean version?"],
    [
      "of an import",
      () => call(hearsay.importGraphText)({}, { createMissingNode: true }),
      "did you mean createMissingNodes?",
    ],
    ["of files", () => call(node.importGraph)({ node: [] }), "did you mean nodes?"],
    ["of annotations", () => call(node.loadAnnotations)([], { article: "x" }), "did you mean articles?"],
  ])("%s is reported, with the nearest name", async (_, run, message) => {
    const error = await thrown(run);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(message);
  });

  test.each<[object, string]>([
    [{ evidence: 1 }, "evidence expects a boolean, not the number 1"],
    [{ signal: {} }, "signal expects an AbortSignal, not an object"],
    [{ timeout: "5" }, "timeout must be a number of at least 0, not '5'"],
    [{ timeout: Number.NaN }, "timeout must be a number of at least 0, not NaN"],
    [{ maxRows: -1 }, "maxRows must be a number of at least 0, not -1"],
  ])("%j has an invalid value", async (options, message) => {
    expect(String(await thrown(() => new Engine().run("RETURN 1", {}, options as never)))).toContain(message);
  });
});

describe("a procedure", () => {
  const right = {
    name: "mine.rows",
    parameters: [],
    columns: [{ name: "a", type: "Any" }],
    run: () => [[1]],
  };

  test.each<[string, object, string]>([
    ["without a name", { name: undefined }, "expects the procedure's name as a string, not undefined"],
    ["with an incomplete name", { name: "mine." }, "expects a name such as mine.count"],
    [
      "without columns",
      { columns: undefined },
      "expects columns as a list of { name, type }, [] if it has none",
    ],
    ["without parameters", { parameters: undefined }, "expects parameters as a list"],
    ["without rows", { run: undefined }, "expects run as a function that returns rows, not undefined"],
    ["with rows instead of a function", { run: [[1]] }, "expects run as a function"],
    [
      "with a misspelled option",
      { colums: [] },
      'unknown option "colums" in the procedure; did you mean columns?',
    ],
    [
      "with an unknown type",
      { columns: [{ name: "a", type: "Str" }] },
      'as the type of a, not the string "Str"',
    ],
    [
      "with a duplicate column",
      { columns: [right.columns[0], right.columns[0]] },
      'two of its columns are called "a"',
    ],
    [
      "with a column without a name",
      { columns: [{ type: "Any" }] },
      "the name of each of its columns as a string",
    ],
    ["with a column that is not an object", { columns: ["a"] }, "expects one of its columns as an object"],
    [
      "with a required parameter after an optional one",
      {
        parameters: [
          { name: "a", type: "Any", isOptional: true },
          { name: "b", type: "Any" },
        ],
      },
      "b must be optional, because a before it is optional",
    ],
  ])("%s is rejected at registration", (_, part, message) => {
    const error = expect.objectContaining({ name: "TypeError", message: expect.stringContaining(message) });
    expect(() => call(new Engine().registerProcedure.bind(new Engine()))({ ...right, ...part })).toThrow(
      error,
    );
  });

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "mine.rows must return rows, but returned nothing"],
    ["a promise", Promise.resolve([]), "mine.rows must return rows, but returned a promise"],
    ["a number", 3, "mine.rows must return rows, but returned a JavaScript number"],
    ["null", null, "mine.rows must return rows, but returned a JavaScript object"],
    ["values instead of rows", [1], "mine.rows has 1 column, but returned a row that is not an array"],
    ["objects", [{ a: 1 }], "a row that is not an array"],
    ["too few values", [[]], "a row of 0 values"],
    ["too many values", [[1, 2]], "a row of 2 values"],
  ])("that returns %s fails when called", (_, rows, message) => {
    const one = new Engine();
    call(one.registerProcedure.bind(one))({ ...right, run: () => rows });
    const error = expect.objectContaining({
      code: "ArgumentTypeMismatch",
      message: expect.stringContaining(message),
      hint: "run must return rows synchronously, such as [[a]]",
    });
    expect(() => one.run("CALL mine.rows() YIELD a RETURN a")).toThrow(error);
  });
});
