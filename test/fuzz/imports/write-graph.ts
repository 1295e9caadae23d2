import type { Random } from "../random.ts";
import type { Cells, Column, RandomGraph } from "./random-graph.ts";

/** The contents of a graph's two files. */
export interface GraphFiles {
  readonly nodes: string;
  readonly relationships: string;
}

/** CSV (RFC 4180) in a random style. */
export function asCsv(
  { nodes, nodeColumns, relationships, relationshipColumns }: RandomGraph,
  random: Random,
): GraphFiles {
  const header = (roles: readonly string[], columns: readonly Column[]) => [
    ...roles,
    ...columns.map(({ name, type }) => (type === "string" && random.once(2) ? name : `${name}:${type}`)),
  ];
  const texts = (cells: Cells) => cells.map((cell) => cell?.csv ?? null);
  return {
    nodes: csv(
      [
        header([":ID", ":LABEL"], nodeColumns),
        ...nodes.map(({ key, labels, cells }) => [key, labels.join(";"), ...texts(cells)]),
      ],
      random,
    ),
    relationships: csv(
      [
        header([":START_ID", ":TYPE", ":END_ID"], relationshipColumns),
        ...relationships.map(({ start, type, end, cells }) => [start, type, end, ...texts(cells)]),
      ],
      random,
    ),
  };
}

function csv(rows: readonly (readonly (string | null)[])[], random: Random): string {
  const lineBreak = random.once(2) ? "\r\n" : "\n";
  const quotesAll = random.once(4);
  const lines = rows.map((row, at) => {
    const line = row.map((cell) => {
      if (cell === null) return "";
      const isPlain = !/[",\r\n]/.test(cell) && cell !== "" && !quotesAll && !random.once(5);
      return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
    });
    const empty = at > 0 && random.once(10) ? lineBreak : "";
    return empty + line.join(",");
  });
  const mark = random.once(6) ? "\ufeff" : "";
  return mark + lines.join(lineBreak) + (random.once(3) ? "" : lineBreak);
}

/** JSON lines in the form of `apoc.export.json`. */
export function asJsonLines(
  { nodes, nodeColumns, relationships, relationshipColumns }: RandomGraph,
  random: Random,
): GraphFiles {
  const properties = (columns: readonly Column[], cells: Cells) =>
    object(
      columns.flatMap(({ name }, at) => {
        const cell = cells[at] ?? null;
        if (cell === null && random.once(2)) return [];
        return [[name, cell?.json ?? "null"] as const];
      }),
    );
  const end = (key: string) =>
    random.once(2)
      ? JSON.stringify(key)
      : object([
          ["id", JSON.stringify(key)],
          ["labels", '["Person"]'],
        ]);
  const line = (entries: readonly (readonly [string, string])[]) =>
    object(random.once(2) ? entries : [...entries].reverse());
  const nodeLines = nodes.map(({ key, labels, cells }) =>
    line([
      ["type", '"node"'],
      ["id", JSON.stringify(key)],
      ["labels", JSON.stringify(labels)],
      ["properties", properties(nodeColumns, cells)],
    ]),
  );
  const relationshipLines = relationships.map(({ start, type, end: last, cells }) =>
    line([
      ["type", '"relationship"'],
      ["label", JSON.stringify(type)],
      ["start", end(start)],
      ["end", end(last)],
      ["properties", properties(relationshipColumns, cells)],
    ]),
  );
  const lineBreak = random.once(3) ? "\r\n" : "\n";
  return { nodes: nodeLines.join(lineBreak), relationships: relationshipLines.join(lineBreak) + lineBreak };
}

function object(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
}
