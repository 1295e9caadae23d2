import { Engine } from "../../src/engine.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { graphologyKey } from "../../src/graph/graphology-keys.ts";

/** Markup for every text in a graph: if any of it were parsed as HTML, `window.injected` would be set. */
export const INJECTION = `</script><img src=x onerror="window.injected=1"><script>window.injected=1</script>\u2028`;

type Claim = readonly [subject: string, type: string, object: string, properties: Record<string, unknown>];

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  "Ada Ström": ["Strom", "Minister Ström"],
  "Bruno Vale": ["Vale"],
  "Carla Ibáñez": [],
  "Dmitri Orlov": ["Orlov"],
};
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  Norland: ["Kingdom of Norland"],
  Sudavia: [],
  "Isle of Ester": ["Ester"],
};
const CLAIMS: readonly Claim[] = [
  [
    "Norland",
    "SUPPLIES_WEAPONS_TO",
    "Sudavia",
    { claimant: "Ada Ström", stance: "accused", said: "2025-04-17" },
  ],
  [
    "Norland",
    "SUPPLIES_WEAPONS_TO",
    "Sudavia",
    { claimant: "Bruno Vale", stance: "denied", said: "2025-04-18" },
  ],
  ["Norland", "SUPPLIES_WEAPONS_TO", "Sudavia", { via: ["The Daily Ester"], claimant: "Dmitri Orlov" }],
  ["Ada Ström", "MEETS", "Bruno Vale", { when: "2025-05-07/2025-05-10", place: "Isle of Ester" }],
  ["Bruno Vale", "MEETS", "Ada Ström", { modality: "planned", when: "2025-06" }],
  ["Carla Ibáñez", "VISITS", "Isle of Ester", { assessment: "false", claimant: "Dmitri Orlov" }],
  ["Sudavia", "BORDERS", "Norland", {}],
  ["Dmitri Orlov", "LEADS", "Sudavia", {}],
];

/** A small graph in the loader's form, about countries that do not exist. */
export function inventedGraph(): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  const add = (name: string, labels: readonly string[], properties: object = {}) =>
    graph.addNode(keyOf(name), { labels, id: keyOf(name), name, aliases: [], ...properties });
  for (const [name, aliases] of Object.entries(PEOPLE)) add(name, ["Person"], { aliases });
  for (const [name, aliases] of Object.entries(COUNTRIES)) add(name, ["Country", "Place"], { aliases });
  add("The Daily Ester", ["Publisher", "Organization"]);
  for (const [id, title] of [
    ["a1", "Arms for the south"],
    ["a2", "A quiet week on the island"],
  ] as const) {
    graph.addNode(id, {
      labels: ["Article"],
      id,
      name: title,
      title,
      aliases: [],
      publisher: "The Daily Ester",
      published: "2025-05-04",
    });
  }
  CLAIMS.forEach(([subject, type, object, properties], at) => {
    const article = at < 4 ? "a1" : "a2";
    const claim = `${article}#${at}`;
    graph.addEdgeWithKey(claim, keyOf(subject), keyOf(object), {
      type,
      claim,
      article,
      stance: "affirmed",
      modality: "actual",
      gist: `Gist number ${at}.`,
      start: at,
      end: at + 1,
      ...properties,
    });
  });
  return graph;
}

/** The invented graph with a node and a claim in which every text is {@link INJECTION}. */
export function hostileGraph(): MultiDirectedGraph {
  const graph = inventedGraph();
  graph.addNode("hostile", {
    labels: [INJECTION],
    name: INJECTION,
    aliases: [INJECTION],
  });
  graph.addEdgeWithKey(INJECTION, "hostile", "norland", {
    type: INJECTION,
    gist: INJECTION,
    claimant: INJECTION,
    article: INJECTION,
    stance: INJECTION,
    modality: INJECTION,
    assessment: INJECTION,
    when: INJECTION,
    via: [INJECTION],
    [INJECTION]: INJECTION,
  });
  return graph;
}

/** Nodes whose ids are members of every JavaScript object, each related to the next by a type of the same name. */
export function inheritedGraph(): MultiDirectedGraph {
  const engine = new Engine();
  const names = Object.getOwnPropertyNames(Object.prototype);
  for (const [at, name] of names.entries()) {
    engine.graph.addNode(graphologyKey(name), {
      labels: ["Person", name],
      name: `Name ${at}`,
      aliases: [name],
    });
  }
  for (const [at, name] of names.entries()) {
    const next = names[(at + 1) % names.length] ?? "";
    engine.graph.addEdgeWithKey(name, graphologyKey(name), graphologyKey(next), {
      type: name,
      article: name,
      claimant: `Name ${at}`,
      gist: `From ${name} to ${next}.`,
    });
  }
  engine.run("MATCH (n) SET n.`__proto__` = id(n), n.constructor = 1");
  return engine.graph;
}

/** A graph with these numbers of nodes and claims and a few hubs, the same in every run. */
export function largeGraph(nodes: number, claims: number): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  const labels = ["Person", "Country", "Organization", "City", "Event"];
  for (let at = 0; at < nodes; at++) {
    graph.addNode(`n${at}`, { labels: [labels[at % labels.length]], name: `Name ${at}`, aliases: [] });
  }
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (let at = 0; at < claims; at++) {
    const subject = Math.floor(random() ** 3 * nodes);
    const object = Math.floor(random() * nodes);
    graph.addEdgeWithKey(`c${at}`, `n${subject}`, `n${object}`, {
      type: `TYPE_${at % 7}`,
      article: `a${at % 50}`,
      stance: "affirmed",
      modality: "actual",
      gist: `Gist ${at}.`,
    });
  }
  return graph;
}

function keyOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll(" ", "-");
}
