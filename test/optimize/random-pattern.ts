import fc from "fast-check";

/** Statements that create a small random graph with few labels, types and values, so that patterns often match. */
export const arbitraryGraph: fc.Arbitrary<readonly string[]> = fc
  .record({
    nodes: fc.array(fc.tuple(fc.constantFrom("", ":A", ":B", ":A:B"), fc.nat(2), fc.constantFrom("x", "y")), {
      minLength: 1,
      maxLength: 4,
    }),
    relationships: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom("T", "U"), fc.nat(1)), {
      maxLength: 6,
    }),
  })
  .map(({ nodes, relationships }) => {
    const nodeTexts = nodes.map(
      ([labels, number, name], at) => `(n${at}${labels} {k: ${number}, name: '${name}', id: ${at}})`,
    );
    const relationshipTexts = relationships.map(
      ([start, end, type, weight], at) =>
        `(n${start % nodes.length})-[:${type} {w: ${weight}, id: ${at}}]->(n${end % nodes.length})`,
    );
    return [`CREATE ${[...nodeTexts, ...relationshipTexts].join(", ")}`];
  });

const NODE_NAMES = ["a", "b", "c", "d"];
const PREDICATES = [
  "a.k = b.k",
  "a.k = 1",
  "'x' = a.name",
  "b:B",
  "c:A:B",
  "a.k < c.k",
  "b.name = 'y' AND c.k <> 2",
  "a.k = 0 OR b.k = 0",
  "a <> b",
  "NOT a.k = c.k",
  "(a)-->(b)",
  "a.name IN ['x', c.name]",
  "a.missing IS NULL",
];

const nodeText = (isFree: boolean) =>
  fc
    .record({
      name: fc.option(fc.constantFrom(...NODE_NAMES), { nil: "", freq: 4 }),
      label: fc.constantFrom("", "", ":A", ":B"),
      map: fc.constantFrom("", "", "", " {k: 1}", " {name: 'x'}", isFree ? " {k: a.k}" : ""),
    })
    .map(({ name, label, map }) => `(${name}${label}${map})`);

/** A pattern of up to two steps. Its relationships are named `r` and a number, counting from `first`. */
const partText = (first: number) =>
  fc
    .record({
      start: nodeText(false),
      steps: fc.array(
        fc.record({
          arrow: fc.constantFrom<readonly [string, string]>(["-", "->"], ["<-", "-"], ["-", "-"]),
          type: fc.constantFrom("", "", ":T", ":U", ":T|U"),
          length: fc.constantFrom("", "", "", "*..3", "*1..2", "*0..2", "*2"),
          map: fc.constantFrom("", "", "", " {w: 1}"),
          node: nodeText(false),
        }),
        { maxLength: 2 },
      ),
      path: fc.boolean(),
      shortest: fc.constantFrom("", "", "shortestPath", "allShortestPaths"),
    })
    .map(({ start, steps, path, shortest }) => {
      const rest = steps.map(
        ({ arrow, type, length, map, node }, at) =>
          `${arrow[0]}[r${first + at}${type}${length}${map}]${arrow[1]}${node}`,
      );
      const text = `${start}${rest.join("")}`;
      const isSearched = shortest !== "" && steps.length === 1;
      // The path that shortestPath finds depends on the order of the graph, so a returned path comes from
      // allShortestPaths.
      const name = path ? "allShortestPaths" : shortest;
      return {
        text: `${path ? `p${first} = ` : ""}${isSearched ? `${name}(${text.replace(/\*2(?=[\] ])/, "*")})` : text}`,
        path: path ? [`p${first}`] : [],
      };
    });

/** MATCH clauses with up to three patterns and some conditions. Their bindings are returned in a comparable form. */
export const arbitraryQuery: fc.Arbitrary<string> = fc
  .record({
    // Bind every variable that a condition may read.
    anchors: fc.constantFrom("(a), (b), (c)", "(a)--(b), (c)", "(a)-[q*0..1]-(b), (c)", "(b)<--(c), (a)"),
    parts: fc.tuple(partText(0), partText(10)),
    count: fc.integer({ min: 1, max: 2 }),
    predicates: fc.subarray(PREDICATES, { maxLength: 3 }),
    anchorsFirst: fc.boolean(),
    split: fc.boolean(),
    optional: fc.boolean(),
  })
  .map(({ anchors, parts, count, predicates, anchorsFirst, split, optional }) => {
    const used = parts.slice(0, count);
    const texts = used.map(({ text }) => text);
    const where = predicates.length === 0 ? "" : ` WHERE ${predicates.join(" AND ")}`;
    const all = anchorsFirst ? [anchors, ...texts] : [...texts, anchors];
    const join = split ? (optional ? " OPTIONAL MATCH " : " MATCH ") : ", ";
    const [first = "", ...later] = all;
    const clauses = split
      ? [first, later.join(", ")].filter((text) => text !== "").join(join)
      : all.join(join);
    const paths = used.flatMap(({ path }) => path).map((path) => `, [n IN nodes(${path}) | n.id] AS ${path}`);
    return `MATCH ${clauses}${where} RETURN a.id, b.id, c.id${paths.join("")}, count(*) AS rows`;
  });
