import type { Kind } from "../kind.ts";
import { Random } from "../random.ts";
import { checkImport, type ImportInput } from "./check-import.ts";
import { randomGraph } from "./random-graph.ts";
import { asCsv, asJsonLines } from "./write-graph.ts";

/** Files of nodes and relationships: half of them valid, the others with a few changes. */
export function importKind(format: ImportInput["format"]): Kind {
  return {
    plural: "imports",
    input: (seed, number) => {
      const random = new Random(seed, number);
      const graph = randomGraph(random);
      const files = format === "csv" ? asCsv(graph, random) : asJsonLines(graph, random);
      const [nodes, relationships] = [files.nodes, files.relationships].map((text) =>
        new TextEncoder().encode(text),
      ) as [Uint8Array, Uint8Array];
      const change = random.below(4);
      const input: ImportInput = {
        format,
        nodes: change === 0 ? changed(nodes, random) : nodes,
        relationships: change === 1 ? changed(relationships, random) : relationships,
        graph: change > 1 ? graph : undefined,
      };
      const text = [input.nodes, input.relationships]
        .map((bytes) => Buffer.from(bytes).toString("utf8"))
        .join("\n====\n");
      return { text, check: () => checkImport(input, new Random(seed, number, 1)) };
    },
  };
}

const ODDITIES: readonly string[] = [
  ...'" "" , ; : . { } [ ] \n \r \r\n \t - 0 1e999 99999999999999999999 null true __proto__ constructor'.split(
    " ",
  ),
  ...[
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    " ",
    "\0",
    "\ufeff",
    "\u2028",
    "é",
    ":ID",
    ":LABEL",
    ":int",
    ":IGNORE",
    "{id-type:int}",
  ],
  ...[',"', '",', "\\u0000", "\\ud800", '"type":"node"', '"id":1', '"__proto__":1', "[[1]]", "{}", "😀"],
];

/** Makes up to four changes in the bytes. */
function changed(bytes: Uint8Array, random: Random): Uint8Array {
  let now = Buffer.from(bytes);
  for (let times = 1 + random.below(4); times > 0; times--) {
    const at = random.below(now.length + 1);
    const length = random.once(3) ? random.below(12) : random.below(2);
    const middle = random.once(10)
      ? Buffer.from([random.below(256)])
      : random.once(3)
        ? now.subarray(random.below(now.length + 1)).subarray(0, random.below(20))
        : Buffer.from(random.once(3) ? "" : random.pick(ODDITIES));
    now = Buffer.concat([now.subarray(0, at), middle, now.subarray(at + length)]);
  }
  return now;
}
