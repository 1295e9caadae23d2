import { afterAll, describe, expect, test } from "vitest";
import { renderFault } from "../../src/diagnostics/fault.ts";
import { IMPORT_FAULT_CODES, ImportError } from "../../src/import/import-faults.ts";
import { type GraphSources, importGraphText } from "../../src/import/import-graph.ts";

const met = new Set<string>();

/** The message about files with faults. */
async function messageFor(sources: GraphSources): Promise<string> {
  try {
    await importGraphText(sources);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    for (const { code } of error.faults) met.add(code);
    expect(error.message).toBe(error.faults.map(renderFault).join("\n"));
    return error.message;
  }
  throw new Error("no fault was reported");
}

const nodes = (...chunks: (string | Uint8Array)[]) => [{ name: "nodes.csv", chunks }];
const relationships = (...chunks: (string | Uint8Array)[]) => [{ name: "claims.csv", chunks }];
const TWO_NODES = nodes(":ID\nxi-jinping\nmoscow\n");

afterAll(() => {
  expect([...met].sort()).toEqual(Object.keys(IMPORT_FAULT_CODES).sort());
});

describe("faults of a header", () => {
  test("a missing header", async () => {
    expect(await messageFor({ nodes: nodes() })).toMatchInlineSnapshot(`
      "nodes.csv:1:1: error: the file has no header [no-header]
         its first line names the columns, such as id:ID,:LABEL,name or :START_ID,:TYPE,:END_ID"
    `);
  });

  test("unknown types and roles, and duplicate names", async () => {
    expect(await messageFor({ nodes: nodes(":ID,born:itn,name,name,at:point\n") })).toMatchInlineSnapshot(`
      "nodes.csv:1:5: error: a column of nodes cannot be of type itn [unknown-column]
      1 | :ID,born:itn,name,name,at:point
        |     ^^^^^^^^
         did you mean int?
      nodes.csv:1:19: error: two columns are called name [duplicate-column]
      1 | :ID,born:itn,name,name,at:point
        |                   ^^^^
         rename one of them
      nodes.csv:1:24: error: a column of nodes cannot be of type point [unknown-column]
      1 | :ID,born:itn,name,name,at:point
        |                        ^^^^^^^^
         the types are string, char, int, integer, long, short, byte, float, double, boolean, date, localtime, time, localdatetime, datetime, duration, lists of them such as string[], and :ID, :LABEL, :IGNORE"
    `);
  });

  test("missing columns", async () => {
    expect(await messageFor({ nodes: nodes("id,name\n1,a\n") })).toMatchInlineSnapshot(`
      "nodes.csv:1:1: error: the header of a file of nodes needs a column :ID [missing-column]
      1 | id,name
        | ^^
         such as id:ID,:LABEL,name,born:int"
    `);
    expect(
      await messageFor({ relationships: relationships(":START_ID,:TPYE,:END_ID,:LABEL\n") }),
    ).toMatchInlineSnapshot(`
      "claims.csv:1:11: error: a column of relationships cannot be of type TPYE [unknown-column]
      1 | :START_ID,:TPYE,:END_ID,:LABEL
        |           ^^^^^
         did you mean TYPE?
      claims.csv:1:25: error: a column of relationships cannot be of type LABEL [unknown-column]
      1 | :START_ID,:TPYE,:END_ID,:LABEL
        |                         ^^^^^^
         the types are string, char, int, integer, long, short, byte, float, double, boolean, date, localtime, time, localdatetime, datetime, duration, lists of them such as string[], and :START_ID, :END_ID, :TYPE, :KEY, :IGNORE"
    `);
  });

  test("quotes around only a part of a name", async () => {
    expect(await messageFor({ nodes: nodes(':ID , "name" ,"born"x:int\n') })).toMatchInlineSnapshot(`
      "nodes.csv:1:6: error: the quotes are not around the whole name of the column [open-quote]
      1 | :ID , "name" ,"born"x:int
        |      ^^^^^^^^
         write "name" without blanks between the commas and the quotes"
    `);
  });

  test("a character after the quotes, unless it is a blank", async () => {
    expect(await messageFor({ nodes: nodes(':ID,"name"\u2028,"born" \t\n') })).toMatch(
      /^nodes\.csv:1:5: error: .*\[open-quote\]/,
    );
  });

  test("a long name with misplaced quotes is matched in linear time", async () => {
    const name = "a".repeat(50_000);
    expect(await messageFor({ nodes: nodes(`:ID,"${name}"${name}"\n`) })).toContain("[open-quote]");
  });

  test("a header cell that cannot be read is not taken for a name", async () => {
    const header = ":ID,born:,at:datetime{timezone:UTC,n:int[,x:string(Person),a:b:c,:LABEL[]";
    expect(await messageFor({ nodes: nodes(`${header}\n`) })).toMatchInlineSnapshot(`
      "nodes.csv:1:11: error: the column at:datetime{timezone:UTC cannot be read [unknown-column]
      1 | :ID,born:,at:datetime{timezone:UTC,n:int[,x:string(Person),a:b:c,:LABEL[]
        |           ^^^^^^^^^^^^^^^^^^^^^^^^
         write name:type, such as born:int or "a, b":string
      nodes.csv:1:36: error: the column n:int[ cannot be read [unknown-column]
      1 | :ID,born:,at:datetime{timezone:UTC,n:int[,x:string(Person),a:b:c,:LABEL[]
        |                                    ^^^^^^
         write name:type, such as born:int or "a, b":string
      nodes.csv:1:43: error: (Person) is not allowed here [unknown-column]
      1 | :ID,born:,at:datetime{timezone:UTC,n:int[,x:string(Person),a:b:c,:LABEL[]
        |                                           ^^^^^^^^^^^^^^^^
         only :ID, :START_ID and :END_ID can name an ID space
      nodes.csv:1:60: error: a column of nodes cannot be of type c [unknown-column]
      1 | …,at:datetime{timezone:UTC,n:int[,x:string(Person),a:b:c,:LABEL[]
        |                                                    ^^^^^
         the types are string, char, int, integer, long, short, byte, float, double, boolean, date, localtime, time, localdatetime, datetime, duration, lists of them such as string[], and :ID, :LABEL, :IGNORE; a name that contains : also needs a type after it
      nodes.csv:1:66: error: :LABEL cannot be a list [unknown-column]
      1 | …tetime{timezone:UTC,n:int[,x:string(Person),a:b:c,:LABEL[]
        |                                                    ^^^^^^^^
         write :LABEL without []"
    `);
  });

  test("options that are unknown or have no effect", async () => {
    const header = [
      ":ID(Person){id-type:number}",
      ':LABEL{separator:";"}',
      "born:int{timezone:UTC}",
      "at:datetime{timezone:Mars/Base}",
      "t:time{timezone:Europe/Paris}",
      "u:datetime[]{tz:UTC}",
      "p:point{crs:4326}",
      "n{a:1}",
    ];
    expect(
      await messageFor({
        nodes: nodes(`${header.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`),
      }),
    ).toMatchInlineSnapshot(`
      "nodes.csv:1:1: error: no type number for id-type [unknown-option]
      1 | ":ID(Person){id-type:number}",":LABEL{separator:"";""}","born:int{timezone:UTC}","at:datetime{timezo…
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         write string or int
      nodes.csv:1:31: error: the option separator of :LABEL is not known [unknown-option]
      1 | ":ID(Person){id-type:number}",":LABEL{separator:"";""}","born:int{timezone:UTC}","at:datetime{timezo…
        |                               ^^^^^^^^^^^^^^^^^^^^^^^^^
         remove it: this type has no options
      nodes.csv:1:57: error: the option timezone of int is not known [unknown-option]
      1 | …erson){id-type:number}",":LABEL{separator:"";""}","born:int{timezone:UTC}","at:datetime{timezone:Mar…
        |                                                    ^^^^^^^^^^^^^^^^^^^^^^^^
         remove it: this type has no options
      nodes.csv:1:82: error: unknown timezone Mars/Base for datetime [unknown-option]
      1 | …:LABEL{separator:"";""}","born:int{timezone:UTC}","at:datetime{timezone:Mars/Base}","t:time{timezone…
        |                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         for example Europe/Stockholm or +01:00
      nodes.csv:1:116: error: unknown timezone Europe/Paris for time [unknown-option]
      1 | …{timezone:UTC}","at:datetime{timezone:Mars/Base}","t:time{timezone:Europe/Paris}","u:datetime[]{tz:U…
        |                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         for example +01:00 or UTC
      nodes.csv:1:148: error: the option tz of datetime is not known [unknown-option]
      1 | …ezone:Mars/Base}","t:time{timezone:Europe/Paris}","u:datetime[]{tz:UTC}","p:point{crs:4326}","n{a:1}…
        |                                                    ^^^^^^^^^^^^^^^^^^^^^^
         the only option is timezone; remove the others
      nodes.csv:1:171: error: a column of nodes cannot be of type point [unknown-column]
      1 | …me{timezone:Europe/Paris}","u:datetime[]{tz:UTC}","p:point{crs:4326}","n{a:1}"
        |                                                    ^^^^^^^^^^^^^^^^^^^
         the types are string, char, int, integer, long, short, byte, float, double, boolean, date, localtime, time, localdatetime, datetime, duration, lists of them such as string[], and :ID, :LABEL, :IGNORE
      nodes.csv:1:191: error: the column n{a:1} cannot be read [unknown-column]
      1 | …aris}","u:datetime[]{tz:UTC}","p:point{crs:4326}","n{a:1}"
        |                                                    ^^^^^^^^
         write name:type, such as born:int or "a, b":string"
    `);
    expect(await messageFor({ nodes: nodes(":ID{label:Person},name\n") })).toMatchInlineSnapshot(`
      "nodes.csv:1:1: error: the option label of :ID is not known [unknown-option]
      1 | :ID{label:Person},name
        | ^^^^^^^^^^^^^^^^^
         the only option is id-type; remove the others"
    `);
  });

  test("a quote that is not closed, and a line that does not end", async () => {
    expect(await messageFor({ nodes: nodes('\n\n:ID,"name\na,b\n') })).toMatchInlineSnapshot(`
      "nodes.csv:3:5: error: a quoted cell begins here and has no end [open-quote]
      3 | :ID,"name
        |     ^
         within quotes write a quote twice: "say ""yes""""
    `);
    const long = "x".repeat(9_000_000);
    const message = await messageFor({ nodes: nodes(long, long, long) });
    expect(message).toMatch(/^nodes\.csv:1:1: error: a line is longer than 16 MiB \[long-line\]/);
    const row = await messageFor({ nodes: nodes(":ID\ra\r", long, long) });
    expect(row).toMatch(/^nodes\.csv:3:1: error: a line is longer than 16 MiB \[long-line\]/);
    const quote = await messageFor({ nodes: nodes(':ID,"', `${long}\n`, long) });
    expect(quote).toMatch(/^nodes\.csv:1:5: error: a quoted cell begins here and has no end within 16 MiB/);
  });

  test("keys in only some files of relationships", async () => {
    const some = [":START_ID,:TYPE,:END_ID\n", ":START_ID,:TYPE,:END_ID,claim:KEY\n"];
    const files = some.map((text, at) => ({ name: `${at}.csv`, chunks: [text] }));
    expect(await messageFor({ relationships: files })).toMatchInlineSnapshot(`
      "1.csv:1:1: error: some files of relationships have a column :KEY, others do not [missing-column]
      1 | :START_ID,:TYPE,:END_ID,claim:KEY
        | ^^^^^^^^^
         give keys to all relationships or to none"
    `);
  });
});

describe("faults of rows", () => {
  test("values that do not have their column's type, each once, with line and column", async () => {
    const text = `:ID,born:int,score:float,active:boolean,said:date,"years:int[]"
a,1953,0.5,true,2025-05-07,1;2
"b
b",19.5,half,yes,2025-02-30,1;x
c,19.5,1e3,FALSE,20250507,
d,9223372036854775808,1e999,,,
`;
    expect(await messageFor({ nodes: nodes(text) })).toMatchInlineSnapshot(`
      "nodes.csv:4:4: error: a whole number of 64 bits is expected, not "19.5" [bad-value]
      4 | b",19.5,half,yes,2025-02-30,1;x
        |    ^^^^
      nodes.csv:4:9: error: a 64-bit number such as 0.5 or 1e9 is expected, not "half" [bad-value]
      4 | b",19.5,half,yes,2025-02-30,1;x
        |         ^^^^
      nodes.csv:4:14: error: true or false is expected, not "yes" [bad-value]
      4 | b",19.5,half,yes,2025-02-30,1;x
        |              ^^^
      nodes.csv:4:18: error: a Date such as 2025-05-07 is expected, not "2025-02-30" [bad-value]
      4 | b",19.5,half,yes,2025-02-30,1;x
        |                  ^^^^^^^^^^
      nodes.csv:4:29: error: a whole number of 64 bits, or several with ; between them is expected, not "1;x" [bad-value]
      4 | b",19.5,half,yes,2025-02-30,1;x
        |                             ^^^
      nodes.csv:6:3: error: a whole number of 64 bits is expected, not "9223372036854775808" [bad-value]
      6 | d,9223372036854775808,1e999,,,
        |   ^^^^^^^^^^^^^^^^^^^
      nodes.csv:6:23: error: a 64-bit number such as 0.5 or 1e9 is expected, not "1e999" [bad-value]
      6 | d,9223372036854775808,1e999,,,
        |                       ^^^^^"
    `);
  });

  test("more or fewer cells than the header has", async () => {
    expect(await messageFor({ nodes: nodes(":ID,name\na\nb,c,d\n\ne,f\ne\n") })).toMatchInlineSnapshot(`
      "nodes.csv:2:1: error: the line has 1 cell, but the header has 2 [cell-count]
      2 | a
        | ^
         an empty cell needs its comma too
      nodes.csv:3:1: error: the line has 3 cells, but the header has 2 [cell-count]
      3 | b,c,d
        | ^^^^^
         put a cell that contains a comma in quotes: "a, b"
      nodes.csv:6:1: error: the line has 1 cell, but the header has 2 [cell-count]
      6 | e
        | ^
         an empty cell needs its comma too"
    `);
  });

  test("quotes that are not closed, or closed too early", async () => {
    expect(await messageFor({ nodes: nodes(':ID,name\na,"b" c\nd,e\n') })).toMatchInlineSnapshot(`
      "nodes.csv:2:3: error: a quoted cell goes on after its closing quote [open-quote]
      2 | a,"b" c
        |   ^^^^^
         within quotes write a quote twice: "say ""yes""""
    `);
    expect(await messageFor({ nodes: nodes(':ID,name\n"a",b\nc,"d\ne,', "f\n") })).toMatchInlineSnapshot(`
      "nodes.csv:3:3: error: a quoted cell begins here and has no end [open-quote]
      3 | c,"d
        |   ^
         within quotes write a quote twice: "say ""yes""""
    `);
  });

  test("empty and duplicate keys", async () => {
    expect(await messageFor({ nodes: nodes(":ID,:LABEL\na,x\n,x\na,x\nb,x\n") })).toMatchInlineSnapshot(`
      "nodes.csv:3:1: error: the key of a node is expected, but the cell is empty [empty-cell]
      3 | ,x
        | ^
      nodes.csv:4:1: error: two nodes have the key a [duplicate-key]
      4 | a,x
        | ^
         keys are unique among all nodes"
    `);
    const text = ":START_ID,:TYPE,:END_ID,:KEY\nmoscow,A,moscow,1\nmoscow,,moscow,1\n";
    expect(await messageFor({ nodes: TWO_NODES, relationships: relationships(text) })).toMatchInlineSnapshot(`
      "claims.csv:3:8: error: the type of a relationship is expected, but the cell is empty [empty-cell]
      3 | moscow,,moscow,1
        |        ^
      claims.csv:3:16: error: two relationships have the key 1 [duplicate-key]
      3 | moscow,,moscow,1
        |                ^
         keys are unique among all relationships"
    `);
  });

  test("a fault that follows from another is not reported", async () => {
    const quoted = ':ID,name,x\na,"say "no, no"",1\nb,"c\n';
    expect(await messageFor({ nodes: nodes(quoted) })).toMatchInlineSnapshot(`
      "nodes.csv:2:3: error: a quoted cell goes on after its closing quote [open-quote]
      2 | a,"say "no, no"",1
        |   ^^^^^^^^
         within quotes write a quote twice: "say ""yes"""
      nodes.csv:3:3: error: a quoted cell begins here and has no end [open-quote]
      3 | b,"c
        |   ^
         within quotes write a quote twice: "say ""yes""""
    `);
    const claims = ":START_ID,:TYPE,:END_ID\nmoscow,IN,russia\nrussia,HAS,moscow\nrussia,IN,russia\n";
    expect(
      (await messageFor({ nodes: TWO_NODES, relationships: relationships(claims) })).match(/error/g),
    ).toHaveLength(1);
    const lines = [
      '{"type":"node","id":"a"}',
      '{"type":"node","id":"b",}',
      '{"type":"relationship","label":"MEETS","start":"a","end":"b"}',
      '{"type":"relationship","id":"1","label":"MEETS","start":"a","end":"a"}',
      '{"type":"relationship","id":"2","label":"MEETS","start":"a","end":"a"}',
    ];
    const message = await messageFor({ nodes: [{ name: "graph.jsonl", chunks: [lines.join("\r")] }] });
    expect(message.match(/:\d+:\d+: error.*/g)).toEqual([
      expect.stringContaining(":2:25: error: the line is not JSON"),
      expect.stringContaining(":4:1: error: some relationships have an id"),
    ]);
  });

  test("lines that end in CR, and in a mix of line breaks", async () => {
    const old = ':ID,born:int\ra,1\r\r"b\rb",x\rc,1,2\rd,y\r';
    expect(await messageFor({ nodes: nodes(old) })).toMatchInlineSnapshot(`
      "nodes.csv:5:4: error: a whole number of 64 bits is expected, not "x" [bad-value]
      5 | b",x
        |    ^
      nodes.csv:6:1: error: the line has 3 cells, but the header has 2 [cell-count]
      6 | c,1,2
        | ^^^^^
         put a cell that contains a comma in quotes: "a, b"
      nodes.csv:7:3: error: a whole number of 64 bits is expected, not "y" [bad-value]
      7 | d,y
        |   ^"
    `);
    const mixed = ':ID,born:int\r\na,1\r"b\r\nb",x\nc,y\r\rd,z';
    expect((await messageFor({ nodes: nodes(mixed) })).match(/csv:\d+:\d+/g)).toEqual([
      "csv:4:4",
      "csv:5:3",
      "csv:7:3",
    ]);
  });

  test("nodes that are not in any file", async () => {
    const text = ":START_ID,:TYPE,:END_ID\nxi-jinpin,VISITS,moscow\nmoscow,IN,russia\n";
    expect(await messageFor({ nodes: TWO_NODES, relationships: relationships(text) })).toMatchInlineSnapshot(`
      "claims.csv:2:1: error: no node has the key xi-jinpin [unknown-node]
      2 | xi-jinpin,VISITS,moscow
        | ^^^^^^^^^
         did you mean xi-jinping?
      claims.csv:3:11: error: no node has the key russia [unknown-node]
      3 | moscow,IN,russia
        |           ^^^^^^
         add it to a file of nodes, or use --create-missing-nodes (createMissingNodes in code)"
    `);
  });

  test("columns that are not separated by commas", async () => {
    const hint = (mark: string) => `write commas between the columns, not ${mark}`;
    expect(await messageFor({ nodes: nodes("id:ID;name\na;X\n") })).toContain(hint('";"'));
    // Read as one column, its role ID would make whole lines the keys.
    expect(await messageFor({ nodes: nodes("name;id:ID\nX;a\n") })).toContain(hint('";"'));
    expect(await messageFor({ nodes: nodes(":ID\tname\na\tX\n") })).toContain(hint("tabs"));
    expect(await messageFor({ nodes: nodes("name\nX\n") })).toContain("such as id:ID,:LABEL,name");
  });

  test("text that is not UTF-8", async () => {
    const latin1 = Uint8Array.from([...":ID,name\na,Nov\u00e1k\n"].map((char) => char.charCodeAt(0)));
    expect(await messageFor({ nodes: nodes(latin1) })).toMatchInlineSnapshot(`
      "nodes.csv:2:3: error: the text is not UTF-8 [not-utf-8]
      2 | a,Nov�k
        |   ^^^^^
         save the file as UTF-8"
    `);
    const header = Uint8Array.from([...":ID,pr\u00e9nom\na,x\n"].map((char) => char.charCodeAt(0)));
    expect(await messageFor({ nodes: nodes(header) })).toContain(
      "nodes.csv:1:5: error: the text is not UTF-8 [not-utf-8]",
    );
    const text = Uint8Array.from([...'{"type":"node","id":"\u00e1"}\n'].map((char) => char.charCodeAt(0)));
    expect(await messageFor({ nodes: [{ name: "graph.jsonl", chunks: [text] }] })).toContain("[not-utf-8]");
  });

  test("a quoted cell that would use all memory", async () => {
    const long = "x".repeat(9_000_000);
    const message = await messageFor({ nodes: nodes(':ID,name\na,"', long, "\n", long, "\n", long) });
    expect(message).toMatch(
      /^nodes\.csv:2:3: error: a quoted cell begins here and has no end within 16 MiB \[open-quote\]/,
    );
    expect(message.length).toBeLessThan(1000);
  });

  test("only the first twenty of many faults", async () => {
    const text = `:ID,born:int\n${Array.from({ length: 100 }, (_, row) => `${row},x${row}`).join("\n")}\n`;
    const message = await messageFor({ nodes: nodes(text) });
    expect(message.match(/\[bad-value\]/g)).toHaveLength(20);
  });

  test("messages contain no control characters of a file", async () => {
    const message = await messageFor({ nodes: nodes(":ID,born:int\na,\u001b[31mx\n") });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
    expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

test("faults of JSON lines", async () => {
  const lines = [
    '{"type":"node","id":"a","labels":["Person"]}',
    '{"type":"node","id":"a"}',
    '{"type":"node","id":',
    "[1]",
    '{"type":"nod","id":"b"}',
    '{"type":"node","labels":["Person"]}',
    '{"type":"node","id":"c","labels":"Person"}',
    '{"type":"node","id":"d","properties":{"at":{"x":1}}}',
    '{"type":"node","id":"e","properties":{"name":"Infinity","born":9007199254740993,"at":[1,-1e999]}}',
    '{"type":"relationship","start":"a","end":"a"}',
    '{"type":"relationship","label":"MEETS","start":"a"}',
    '{"type":"relationship","label":"MEETS","start":"a","end":{"id":"z"}}',
    '{"type":"relationship","id":1,"label":"MEETS","start":"a","end":"a"}',
  ];
  const chunks = [`${lines.join("\n")}\n`];
  expect(await messageFor({ nodes: [{ name: "graph.jsonl", chunks }] })).toMatchInlineSnapshot(`
    "graph.jsonl:2:1: error: two nodes have the key a [duplicate-key]
    2 | {"type":"node","id":"a"}
      | ^^^^^^^^^^^^^^^^^^^^^^^^
       keys are unique among all nodes
    graph.jsonl:3:21: error: the line is not JSON [bad-json]
    3 | {"type":"node","id":
      |                     ^
       write {"type":"node","id":"1","labels":["Person"],"properties":{"name":"Ann"}}
    graph.jsonl:4:1: error: the line is not a JSON object [bad-json]
    4 | [1]
      | ^^^
       write {"type":"node","id":"1","labels":["Person"],"properties":{"name":"Ann"}}
    graph.jsonl:5:1: error: "type" must be "node" or "relationship" [bad-json]
    5 | {"type":"nod","id":"b"}
      | ^^^^^^^^^^^^^^^^^^^^^^^
       write {"type":"node","id":"1","labels":["Person"],"properties":{"name":"Ann"}}
    graph.jsonl:6:1: error: a node needs an "id", a text or a number [bad-json]
    6 | {"type":"node","labels":["Person"]}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    graph.jsonl:7:1: error: "labels" must be a list of texts [bad-json]
    7 | {"type":"node","id":"c","labels":"Person"}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    graph.jsonl:8:1: error: the property at is a map, or a list that contains one [bad-json]
    8 | {"type":"node","id":"d","properties":{"at":{"x":1}}}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    graph.jsonl:9:1: error: a number of the property at is too large for a float [bad-json]
    9 | {"type":"node","id":"e","properties":{"name":"Infinity","born":9007199254740993,"at":[1,-1e999]}}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    graph.jsonl:10:1: error: a relationship needs a "label", which is its type [bad-json]
    10 | {"type":"relationship","start":"a","end":"a"}
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    graph.jsonl:11:1: error: a relationship needs a "start" and an "end": the key of a node, or an object with its "id" [bad-json]
    11 | {"type":"relationship","label":"MEETS","start":"a"}
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    graph.jsonl:13:1: error: some relationships have an id, others do not [bad-json]
    13 | {"type":"relationship","id":1,"label":"MEETS","start":"a","end":"a"}
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       give an id to all relationships or to none"
  `);
});

test("faults of JSON lines with values that a property cannot have", async () => {
  const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const lines = [
    `{"type":"node","id":"a","properties":{"x":${nested(100_000)}}}`,
    `{"type":"node","id":"b","properties":{"x":${nested(100_000)},"y":1.0}}`,
    nested(100_000),
    '{"type":"node","id":"c","properties":{"x":[1,9223372036854775808]}}',
    '{"type":"node","id":"d","properties":{"x":-9223372036854775809}}',
  ];
  const message = await messageFor({ nodes: [{ name: "graph.jsonl", chunks: [lines.join("\n")] }] });
  expect(message.match(/graph.*/g)).toEqual([
    "graph.jsonl:1:1: error: the line is nested more than 200 levels deep [bad-json]",
    "graph.jsonl:2:1: error: the line is nested more than 200 levels deep [bad-json]",
    "graph.jsonl:3:1: error: the line is nested more than 200 levels deep [bad-json]",
    "graph.jsonl:4:1: error: an integer of the property x does not fit into 64 bits [bad-json]",
    "graph.jsonl:5:1: error: an integer of the property x does not fit into 64 bits [bad-json]",
  ]);
});

describe("faults of a file that is not text", () => {
  const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const padded = (text: string) => latin1(text.padEnd(80, "\0\x01\xff"));
  test.each([
    ["gzip", padded("\x1f\x8b\x08\x00"), "this is a gzip file", "unpack it first (gunzip FILE)"],
    ["xlsx", padded(`PK\x03\x04${"\x14".repeat(26)}[Content_Types].xml`), "Excel", "save it as CSV (UTF-8)"],
    ["zip", padded(`PK\x03\x04${"\x14".repeat(26)}claims.csv`), "this is a zip file", "unzip"],
    ["parquet", padded("PAR1\x15\x04"), "this is a Parquet file", "convert it to CSV first"],
    ["arrow", padded("ARROW1\0\0"), "this is an Arrow file", "--graph FOLDER"],
    ["sqlite", padded("SQLite format 3\0"), "this is an SQLite database", "to CSV"],
    ["pdf", padded("%PDF-1.7\n"), "this is a PDF", "pdftotext"],
    ["png", padded("\x89PNG\r\n\x1a\n"), "this is a picture", "use a text file"],
    ["UTF-16", Buffer.from("\ufeff:ID,name\na,b\n", "utf16le"), "this is text in UTF-16", "save it as UTF-8"],
    ["UTF-16 without a mark", Buffer.from(":ID,name\na,b\n", "utf16le"), "UTF-16", "save it as UTF-8"],
    ["unknown", latin1(":ID,\x7fELF\0\0\n"), "this is a binary file", "use a UTF-8 text file"],
  ])("%s", async (_, bytes, what, hint) => {
    const message = await messageFor({ nodes: nodes(bytes) });
    expect(message).toMatch(/^nodes\.csv:1:1: error: /);
    expect(message).toContain(what);
    expect(message).toContain(hint);
    expect(message).toContain("[not-text]");
    expect(message.split("\n")).toHaveLength(2);
  });

  test("in small pieces, and as JSON lines", async () => {
    const bytes = padded("\x1f\x8b\x08\x00");
    const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await messageFor({ nodes: [{ name: "a.csv", chunks }] })).toContain("a gzip file");
    expect(await messageFor({ nodes: [{ name: "a.jsonl", chunks }] })).toContain("a gzip file");
  });
});
