/**
 * Case files: a query, and what it must give. They are read as follows.
 *
 * ```text
 * # A comment.
 * == graph
 * CREATE (a:Person {name: 'Ann'})-[:KNOWS]->(b:Person {name: 'Bob'})
 *
 * == follows a relationship forwards
 * MATCH (a)-[:KNOWS]->(b) RETURN a.name, b.name
 * -- rows
 * a.name | b.name
 * 'Ann'  | 'Bob'
 * ```
 *
 * `== graph` holds statements that each later case of the file starts from, until the next one. Every other
 * `==` begins a case with its name. What follows the query is one of
 *
 * - `-- rows`: a line of columns, then the rows in any order, values in openCypher's text form,
 * - `-- rows in order`: the same in this order,
 * - `-- error`: the whole report, as it is printed,
 * - `-- plan`: what EXPLAIN prints,
 *
 * and `-- parameters` before it gives parameters as JSON.
 */
export interface Case {
  readonly name: string;
  readonly graph: readonly string[];
  readonly query: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly expected: Expectation;
}

export type Expectation =
  | {
      readonly kind: "rows" | "rows in order";
      readonly columns: readonly string[];
      readonly rows: readonly string[];
    }
  | { readonly kind: "error" | "plan"; readonly text: string };

export function readCases(text: string): Case[] {
  const cases: Case[] = [];
  let graph: readonly string[] = [];
  const blocks = text
    .replace(/^#.*\n/gm, "")
    .split(/^== */m)
    .slice(1);
  for (const block of blocks) {
    const end = block.indexOf("\n");
    const name = block.slice(0, end).trim();
    const body = block.slice(end + 1);
    if (name === "graph") graph = statements(body);
    else cases.push(readCase(name, graph, body));
  }
  return cases;
}

/** Blank lines part the statements of a graph. */
function statements(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

function readCase(name: string, graph: readonly string[], body: string): Case {
  const [query = "", ...sections] = body.split(/^-- /m);
  let parameters: Case["parameters"] = {};
  let expected: Expectation | undefined;
  for (const section of sections) {
    const end = section.indexOf("\n");
    const kind = section.slice(0, end).trim();
    const lines = section
      .slice(end + 1)
      .trimEnd()
      .split("\n");
    if (kind === "parameters") parameters = JSON.parse(lines.join("\n"));
    else if (kind === "rows" || kind === "rows in order") {
      const [header = "", ...rows] = lines;
      expected = { kind, columns: cells(header), rows: rows.map((row) => cells(row).join(" | ")) };
    } else if (kind === "error" || kind === "plan") expected = { kind, text: lines.join("\n") };
    else throw new Error(`case "${name}" has a section "-- ${kind}", which is unknown`);
  }
  if (expected === undefined) throw new Error(`case "${name}" does not say what it expects`);
  return { name, graph, query: query.trim(), parameters, expected };
}

/** Cells are parted by ` | `; a row of no columns is an empty line. */
function cells(line: string): string[] {
  return line.trim() === "" ? [] : line.split(/ \| /).map((cell) => cell.trim());
}
