import { parseXml, type XmlElement } from "./xml-tree.ts";

const GEXF = "{http://gexf.net/1.3}";
const VIZ = "{http://gexf.net/1.3/viz}";

const SOME = /./su;
const ANY = /(?:)/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const CHANNEL = /^(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;

/**
 * The rules of GEXF 1.3 (gexf.rnc, data.rnc, viz.rnc) for the elements that we write: attributes with the form of
 * their values, and children in their order; `?` marks optional items, `*` items that may repeat. (The XSD of GEXF
 * cannot be used: it refers to types that it does not define.)
 */
const GRAMMAR: Record<string, { attributes: Record<string, RegExp>; children: string[] }> = {
  [`${GEXF}gexf`]: { attributes: { version: /^1\.3$/ }, children: [`${GEXF}meta?`, `${GEXF}graph`] },
  [`${GEXF}meta`]: {
    attributes: { "lastmodifieddate?": /^\d{4}-\d\d-\d\d$/ },
    children: [`${GEXF}creator?`, `${GEXF}description?`],
  },
  [`${GEXF}creator`]: { attributes: {}, children: [] },
  [`${GEXF}description`]: { attributes: {}, children: [] },
  [`${GEXF}graph`]: {
    attributes: { "defaultedgetype?": /^(directed|undirected|mutual)$/ },
    children: [`${GEXF}attributes*`, `${GEXF}nodes`, `${GEXF}edges`],
  },
  [`${GEXF}attributes`]: { attributes: { class: /^(node|edge)$/ }, children: [`${GEXF}attribute*`] },
  [`${GEXF}attribute`]: {
    attributes: { id: SOME, title: SOME, type: /^(integer|long|double|boolean|string|liststring)$/ },
    children: [],
  },
  [`${GEXF}nodes`]: { attributes: {}, children: [`${GEXF}node*`] },
  [`${GEXF}node`]: {
    attributes: { id: SOME, "label?": SOME },
    children: [`${GEXF}attvalues?`, `${VIZ}color?`, `${VIZ}size?`, `${VIZ}position?`],
  },
  [`${GEXF}edges`]: { attributes: {}, children: [`${GEXF}edge*`] },
  [`${GEXF}edge`]: {
    attributes: { id: SOME, source: SOME, target: SOME, "kind?": SOME, "label?": SOME },
    children: [`${GEXF}attvalues?`],
  },
  [`${GEXF}attvalues`]: { attributes: {}, children: [`${GEXF}attvalue*`] },
  [`${GEXF}attvalue`]: { attributes: { for: SOME, value: ANY }, children: [] },
  [`${VIZ}color`]: { attributes: { r: CHANNEL, g: CHANNEL, b: CHANNEL }, children: [] },
  [`${VIZ}size`]: { attributes: { value: /^\d+(\.\d+)?$/ }, children: [] },
  [`${VIZ}position`]: { attributes: { x: NUMBER, y: NUMBER }, children: [] },
};

const VALUE_FORMS: Record<string, RegExp> = {
  integer: /^-?\d+$/,
  long: /^-?\d+$/,
  double: /^(-?\d+(\.\d+)?(e[+-]\d+)?|-?Infinity)$/,
  boolean: /^(true|false)$/,
  string: ANY,
  liststring: /^\[.*\]$/su,
};

/** Faults of `text` as GEXF 1.3: violations of the grammar, repeated ids and dangling references. */
export function gexfFaults(text: string): string[] {
  const root = parseXml(text);
  const faults = root.name === `${GEXF}gexf` ? grammarFaults(root) : [`the root is ${root.name}`];
  const graph = child(root, "graph");
  const nodes = child(graph, "nodes")?.children ?? [];
  const edges = child(graph, "edges")?.children ?? [];
  const nodeIds = new Set(nodes.map((node) => node.attributes.get("id") ?? ""));
  for (const edge of edges) {
    for (const end of ["source", "target"]) {
      const id = edge.attributes.get(end) ?? "";
      if (!nodeIds.has(id)) faults.push(`an edge's ${end} is ${id}, which is not a node`);
    }
  }
  const declared = graph?.children.filter(({ name }) => name === `${GEXF}attributes`) ?? [];
  for (const [kind, elements] of [
    ["node", nodes],
    ["edge", edges],
  ] as const) {
    const attributes = declared
      .filter((each) => each.attributes.get("class") === kind)
      .flatMap((each) => each.children);
    faults.push(...repeatedIds(kind, elements), ...repeatedIds(`attribute of ${kind}`, attributes));
    const types = new Map(
      attributes.map((each) => [each.attributes.get("id"), each.attributes.get("type") ?? ""]),
    );
    for (const element of elements) faults.push(...valueFaults(element, types));
  }
  return faults;
}

function grammarFaults(element: XmlElement): string[] {
  const rule = GRAMMAR[element.name];
  if (rule === undefined) return [`no element ${element.name}`];
  const faults: string[] = [];
  const left = new Map(element.attributes);
  for (const [key, form] of Object.entries(rule.attributes)) {
    const value = left.get(key.replace("?", ""));
    left.delete(key.replace("?", ""));
    if (value === undefined ? !key.endsWith("?") : !form.test(value))
      faults.push(`${element.name} ${key}: ${value}`);
  }
  for (const name of left.keys()) faults.push(`${element.name} has an attribute ${name}`);
  const pattern = rule.children.map(
    (each) => `(?:<${each.replace(/[?*]$/, "").replace(/[{}.]/g, "\\$&")}>)${/[?*]$/.exec(each) ?? ""}`,
  );
  const children = element.children.map(({ name }) => `<${name}>`).join("");
  if (!new RegExp(`^${pattern.join("")}$`).test(children)) faults.push(`${element.name} holds ${children}`);
  return [...faults, ...element.children.flatMap(grammarFaults)];
}

function valueFaults(element: XmlElement, types: ReadonlyMap<string | undefined, string>): string[] {
  return (child(element, "attvalues")?.children ?? []).flatMap(({ attributes }) => {
    const type = types.get(attributes.get("for"));
    if (type === undefined) return [`no attribute is declared for ${attributes.get("for")}`];
    const value = attributes.get("value") ?? "";
    return VALUE_FORMS[type]?.test(value) ? [] : [`${value} is not of type ${type}`];
  });
}

function repeatedIds(kind: string, elements: readonly XmlElement[]): string[] {
  const ids = elements.map((element) => element.attributes.get("id") ?? "");
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `two of ${kind} have the id ${id}`);
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === `${GEXF}${name}`);
}
