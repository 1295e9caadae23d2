import { expect, test } from "vitest";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import { ImportError } from "../../src/import/import-faults.ts";
import { importGraphText } from "../../src/import/import-graph.ts";

function read(text: string): Promise<GraphColumns> {
  return importGraphText({ nodes: [{ name: "nodes.csv", chunks: [text] }] });
}

/** The property `name` of all nodes, as text. */
function texts({ nodes }: GraphColumns, name: string): string[] {
  const column = nodes.properties.get(name);
  return Array.from({ length: nodes.count }, (_, node) => String(column?.valueOf(node)));
}

test("a header's time zone applies to values without one", async () => {
  const graph = await read(
    `:ID,at:datetime{timezone:Europe/Stockholm},of:datetime{timezone: '+02:00'},t:time{timezone:-05:00},` +
      `"list:datetime[]{timezone:America/New_York}","ts:time[]{timezone:UTC}",plain:datetime
1,2025-07-01T12:00,2025-07-01T12:00,12:00,2025-01-01T00:00;2025-07-01T00:00Z,12:00;13:00+01:00,2025-07-01T12:00
2,2025-07-01T12:00Z,2025-07-01T12:00+05:30,12:00Z,,,2025-07-01T12:00[Asia/Tokyo]
`,
  );
  expect(texts(graph, "at")).toEqual(["2025-07-01T12:00+02:00[Europe/Stockholm]", "2025-07-01T12:00Z"]);
  expect(texts(graph, "of")).toEqual(["2025-07-01T12:00+02:00", "2025-07-01T12:00+05:30"]);
  expect(texts(graph, "t")).toEqual(["12:00-05:00", "12:00Z"]);
  expect(texts(graph, "list")).toEqual([
    "2025-01-01T00:00-05:00[America/New_York],2025-07-01T00:00Z",
    "null",
  ]);
  expect(texts(graph, "ts")).toEqual(["12:00Z,13:00+01:00", "null"]);
  expect(texts(graph, "plain")).toEqual(["2025-07-01T12:00Z", "2025-07-01T12:00+09:00[Asia/Tokyo]"]);
});

test("blanks around the parts of a header are not part of names", async () => {
  const graph = await read(
    ' id:ID , :LABEL , name , born : int ,"since : date" \r1,Person,Ann,1953,2025-05-07\r',
  );
  expect(graph.nodes.labelSets).toContainEqual(["Person"]);
  expect([...graph.nodes.properties.keys()]).toEqual(["id", "name", "born", "since"]);
  expect(texts(graph, "since")).toEqual(["2025-05-07"]);
});

test("a name may contain a colon if its type is given, and braces and blanks", async () => {
  const graph = await read(":ID,dc:title:string,profit (EUR):float,first name\n1,a,2,b\n");
  expect([...graph.nodes.properties.keys()]).toEqual(["dc:title", "profit (EUR)", "first name"]);
});

test("values at the limits of their ranges are exact", async () => {
  const graph = await read(
    `:ID,n:int,x:float\n1,9223372036854775807,1.7976931348623157e308\n2,-9223372036854775808,5e-324\n`,
  );
  expect(texts(graph, "n")).toEqual(["9223372036854775807", "-9223372036854775808"]);
  expect(graph.nodes.properties.get("x")?.valueOf(0)?.toString()).toContain("1.7976931348623157");
});

/** Types, texts without a day or a minute, and the part they lack. */
const PARTIAL: readonly (readonly [type: string, text: string, missing: string])[] = [
  ...[
    "2025",
    "2025-05",
    "2025-5",
    "202505",
    "2025-W20",
    "2025W20",
    "2025-Q2",
    "2025Q2",
    "-0044-03",
    "+12025",
  ].flatMap(
    (text) =>
      [
        ["date", text, "day"],
        ["localdatetime", `${text}T10:00`, "day"],
        ["datetime", `${text}T10:00Z`, "day"],
        ["datetime", text, "day"],
      ] as const,
  ),
  ["localdatetime", "2025-05-07", "time of day"],
  ["datetime", "2025-05-07", "time of day"],
  ["datetime", "2025-05-07T10", "minute"],
  ["datetime", "2025-05-07T10Z", "minute"],
  ["localdatetime", "2025-05-07T10", "minute"],
  ["time", "10", "minute"],
  ["time", "10+01:00", "minute"],
  ["localtime", "10", "minute"],
  ["date[]", "2025-05-07;2025-05", "day"],
];

test.each(PARTIAL)("a %s is refused if it is incomplete: %s", async (type, text, missing) => {
  const error = await read(`:ID,when:${type}\n1,${text}\n`).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ImportError);
  const [fault, ...others] = (error as ImportError).faults;
  expect(others).toEqual([]);
  expect(fault).toMatchObject({
    code: "bad-value",
    hint: `it has no ${missing}: add one, or keep dates as text (EDTF) in a column of type string`,
  });
});

test("complete dates and times in every form", async () => {
  const dates = ["2025-05-07", "20250507", "2025-127", "2025127", "2025-W19-3", "2025W193", "2025-Q2-37"];
  const graph = await read(
    `:ID,d:date,t:time,l:localdatetime\n${dates.map((date, at) => `${at},${date},21:40,${date}T2140`).join("\n")}\n`,
  );
  expect(new Set(texts(graph, "d"))).toEqual(new Set(["2025-05-07"]));
  expect(new Set(texts(graph, "t"))).toEqual(new Set(["21:40Z"]));
  expect(new Set(texts(graph, "l"))).toEqual(new Set(["2025-05-07T21:40"]));
});
