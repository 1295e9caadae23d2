import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { attributeName, LABELS, propertyKey, TYPE } from "../../src/graph/attribute-names.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { graphologyKey, idOfKey } from "../../src/graph/graphology-keys.ts";
import { runs } from "../random-runs.ts";

const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** Names with and without backquotes, inherited and others. */
const names = fc.oneof(
  fc.string(),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom("`"), maxLength: 3 }),
      fc.constantFrom(...INHERITED, "labels", "a", ""),
    )
    .map(([quotes, name]) => quotes + name + quotes),
  fc.string({ unit: fc.constantFrom("`", "labels", "__proto__"), maxLength: 4 }),
);

describe("a node's key in graphology", () => {
  test("is its id, in backquotes if every object has a member of that name", () => {
    expect(graphologyKey("xi-jinping")).toBe("xi-jinping");
    expect(INHERITED.map(graphologyKey)).toEqual(INHERITED.map((name) => `\`${name}\``));
    expect(graphologyKey("`constructor`")).toBe("``constructor``");
    expect(graphologyKey("`constructor")).toBe("`constructor");
  });

  test("can be converted back to the id, and is unique", () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(idOfKey(graphologyKey(one))).toBe(one);
        expect(graphologyKey(one) === graphologyKey(other)).toBe(one === other);
        expect(graphologyKey(one) in {}).toBe(false);
      }),
      { numRuns: runs(500) },
    );
  });

  test("is rejected in a program's graph if it breaks graphology, at once or when added", () => {
    for (const key of INHERITED) {
      const message = `a node has the key ${key}, which is a member of every JavaScript object`;
      const graph = new MultiDirectedGraph();
      graph.addNode(key);
      expect(() => new Engine(graph)).toThrow(message);
      expect(() => columnsOfGraph(graph)).toThrow(message);

      const later = new MultiDirectedGraph();
      const engine = new Engine(later);
      later.addNode("a");
      expect(() => later.addNode(key)).toThrow(message);
      expect(() => later.mergeNode(key)).toThrow(message);
      expect(() => later.mergeEdge("a", key)).toThrow(message);
      expect(engine.run("MATCH (n) RETURN count(*)").rows).toEqual([[1]]);

      later.mergeEdge("a", `\`${key}\``);
      expect(engine.run("MATCH (a)-->(b) RETURN id(a), id(b)").rows).toEqual([["a", key]]);
    }
  });
});

describe("a property's attribute", () => {
  test("can be converted back to the property, and is unique", () => {
    fc.assert(
      fc.property(names, names, fc.constantFrom(LABELS, TYPE), (one, other, reserved) => {
        expect(propertyKey(attributeName(one, reserved), reserved)).toBe(one);
        expect(attributeName(one, reserved) === attributeName(other, reserved)).toBe(one === other);
        expect(attributeName(one, reserved)).not.toBe("__proto__");
      }),
      { numRuns: runs(500) },
    );
  });

  test("of a program's graph is also read without backquotes, and written only once", () => {
    for (const name of ["__proto__", "hasOwnProperty", "constructor"]) {
      const graph = new MultiDirectedGraph();
      graph.addNode("a", { ["labels"]: ["A"], [name]: "old" });
      const engine = new Engine(graph);
      const rows = (query: string) => engine.run(query).rows;
      expect(rows(`MATCH (n:A) RETURN n.\`${name}\`, keys(n), properties(n)`)).toEqual([
        ["old", [name], expect.objectContaining({ [name]: "old" })],
      ]);
      expect(
        rows(`MATCH (n {\`${name}\`: 'old'}) SET n.\`${name}\` = ['new'] RETURN keys(n), n.\`${name}\``),
      ).toEqual([[[name], ["new"]]]);
      expect(rows(`MATCH (n) REMOVE n.\`${name}\` RETURN keys(n)`)).toEqual([[[]]]);
      expect(Object.keys(graph.getNodeAttributes("a"))).toEqual(["labels"]);
      graph.mergeNodeAttributes("a", { x: 1 });
      graph.replaceNodeAttributes("a", { labels: ["A"], [name]: "old" });
      expect(rows("MATCH (n) SET n = {} RETURN keys(n)")).toEqual([[[]]]);
      expect(Object.keys(graph.getNodeAttributes("a"))).toEqual(["labels"]);
      graph.replaceNodeAttributes("a", { labels: ["A"], [name]: "old" });
      expect(rows("MATCH (n) SET n += {x: 1} RETURN keys(n)")).toEqual([[[name, "x"]]]);
    }
  });
});
