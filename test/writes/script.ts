/**
 * Scripts of writing statements, as trees: they are printed as Cypher for the engine, and evaluated by a naive model
 * (see `model.ts`) that is independent of the engine. Properties `a` and `b` hold integers, `f` a Boolean; `id` is
 * unique, so that rows can be sorted independently of how they were found.
 */
export type Script = readonly Statement[];

export interface Statement {
  readonly unwind: number | undefined;
  readonly match: Match | undefined;
  readonly writes: readonly Write[];
  readonly returns: readonly Expression[];
}

/** `(n)`, `(n), (m)` or `(n)-[r]->(m)`, with labels, a type and a condition. */
export interface Match {
  readonly kind: "one" | "two" | "step";
  readonly label: string | undefined;
  readonly farLabel: string | undefined;
  readonly type: string | undefined;
  readonly where: Expression | undefined;
}

export type Key = "a" | "b" | "f";

export type Write =
  | { readonly kind: "set"; readonly items: readonly SetItem[] }
  | { readonly kind: "remove"; readonly items: readonly RemoveItem[] }
  | { readonly kind: "create nodes"; readonly nodes: readonly NewNode[] }
  | {
      readonly kind: "create step";
      readonly from: string;
      /** A bound variable, or a node to create. */
      readonly to: string | NewNode;
      readonly relationship: NewRelationship;
    }
  | {
      readonly kind: "merge node";
      readonly node: NewNode;
      readonly onCreate: readonly SetItem[];
      readonly onMatch: readonly SetItem[];
    }
  | {
      readonly kind: "merge step";
      readonly from: string;
      readonly to: string | NewNode;
      readonly relationship: NewRelationship;
      readonly onCreate: readonly SetItem[];
      readonly onMatch: readonly SetItem[];
    }
  | { readonly kind: "delete"; readonly detach: boolean; readonly variables: readonly string[] };

export interface NewNode {
  readonly variable: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

export interface NewRelationship {
  readonly variable: string;
  readonly type: string;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: Key;
  readonly value: Expression;
}

export type SetItem =
  | { readonly kind: "property"; readonly of: string; readonly key: Key; readonly value: Expression }
  | { readonly kind: "label"; readonly of: string; readonly label: string }
  /** `n += {…}`, or `n = {id: n.id, …}`. */
  | {
      readonly kind: "map";
      readonly of: string;
      readonly replaces: boolean;
      readonly entries: readonly Entry[];
    }
  /** `n += m {.*, id: n.id}`, or with `=`. */
  | { readonly kind: "copy"; readonly of: string; readonly from: string; readonly replaces: boolean };

export type RemoveItem =
  | { readonly kind: "property"; readonly of: string; readonly key: Key }
  | { readonly kind: "label"; readonly of: string; readonly label: string };

export type Direction = "out" | "in" | "both";

export interface Step {
  readonly from: string;
  readonly direction: Direction;
  readonly type: string | undefined;
}

export type Expression =
  | { readonly kind: "integer"; readonly value: number }
  | { readonly kind: "row" }
  /** One of the forms to read a property, see {@link PROPERTY_FORMS}. */
  | { readonly kind: "property"; readonly of: string; readonly key: Key; readonly form: number }
  | { readonly kind: "has label"; readonly of: string; readonly label: string; readonly form: number }
  | { readonly kind: "label count" | "key count"; readonly of: string }
  | {
      readonly kind: "add" | "divide" | "less" | "equal";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "or zero"; readonly value: Expression }
  | { readonly kind: "if"; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
  /** The number of steps; the number of walks of one or two steps; the sum of `a` of the nodes at their ends. */
  | { readonly kind: "steps" | "walks" | "sum"; readonly step: Step }
  | { readonly kind: "step exists"; readonly step: Step; readonly label: string | undefined }
  /** Whether any node with the label has this value. */
  | {
      readonly kind: "node exists";
      readonly label: string;
      readonly key: Key;
      readonly value: Expression;
      readonly less: boolean;
    }
  | { readonly kind: "type" | "start" | "end"; readonly of: string };

/** Equivalent forms to read a property of a variable. */
export const PROPERTY_FORMS: readonly ((of: string, key: string) => string)[] = [
  (of, key) => `${of}.${key}`,
  (of, key) => `${of}['${key}']`,
  (of, key) => `properties(${of}).${key}`,
  (of, key) => `[${of}][0].${key}`,
  (of, key) => `{it: ${of}}.it['${key}']`,
  (of, key) => `${of} {.*}.${key}`,
  (of, key) => `${of} {.${key}}['${key}']`,
  (of, key) => `head([x IN [${of}] | x.${key}])`,
  (of, key) => `[x IN [${of}] WHERE x.${key} IS NOT NULL | x['${key}']][0]`,
];

/** Equivalent forms to test for a label. */
export const LABEL_FORMS: readonly ((of: string, label: string) => string)[] = [
  (of, label) => `${of}:${label}`,
  (of, label) => `'${label}' IN labels(${of})`,
  (of, label) => `any(x IN [${of}] WHERE x:${label})`,
];

export function statementText({ unwind, match, writes, returns }: Statement): string {
  const lines: string[] = [];
  if (match !== undefined) lines.push(matchText(match));
  if (unwind !== undefined) lines.push(`UNWIND range(1, ${unwind}) AS i`);
  const kept = boundVariables(match, unwind);
  if (kept.length > 0) {
    const order = kept.map((name) => (name === "i" ? "i" : `${name}.id`)).join(", ");
    lines.push(`WITH ${kept.join(", ")} ORDER BY ${order}`);
  }
  lines.push(...writes.map(writeText));
  if (returns.length > 0)
    lines.push(`RETURN ${returns.map((one, at) => `${expressionText(one)} AS c${at}`).join(", ")}`);
  return lines.join("\n");
}

/** The variables that the first write of a statement can use. */
export function boundVariables(match: Match | undefined, unwind: number | undefined): string[] {
  const names =
    match === undefined
      ? []
      : match.kind === "one"
        ? ["n"]
        : match.kind === "two"
          ? ["n", "m"]
          : ["n", "r", "m"];
  return unwind === undefined ? names : [...names, "i"];
}

function matchText({ kind, label, farLabel, type, where }: Match): string {
  const near = `(n${label === undefined ? "" : `:${label}`})`;
  const far = `(m${farLabel === undefined ? "" : `:${farLabel}`})`;
  const pattern =
    kind === "one"
      ? near
      : kind === "two"
        ? `${near}, ${far}`
        : `${near}-[r${type === undefined ? "" : `:${type}`}]->${far}`;
  return `MATCH ${pattern}${where === undefined ? "" : ` WHERE ${expressionText(where)}`}`;
}

function writeText(write: Write): string {
  switch (write.kind) {
    case "set":
      return `SET ${write.items.map(setText).join(", ")}`;
    case "remove":
      return `REMOVE ${write.items.map((item) => (item.kind === "label" ? `${item.of}:${item.label}` : `${item.of}.${item.key}`)).join(", ")}`;
    case "create nodes":
      return `CREATE ${write.nodes.map(nodeText).join(", ")}`;
    case "create step":
      return `CREATE ${stepToMakeText(write)}`;
    case "merge node":
      return `MERGE ${nodeText(write.node)}${onText(write)}`;
    case "merge step":
      return `MERGE ${stepToMakeText(write)}${onText(write)}`;
    case "delete":
      return `${write.detach ? "DETACH " : ""}DELETE ${write.variables.join(", ")}`;
  }
}

function nodeText({ variable, label, entries }: NewNode): string {
  return `(${variable}:${label} ${entriesText(entries)})`;
}

function stepToMakeText({
  from,
  to,
  relationship: { variable, type, entries },
}: {
  readonly from: string;
  readonly to: string | NewNode;
  readonly relationship: NewRelationship;
}): string {
  return `(${from})-[${variable}:${type} ${entriesText(entries)}]->${typeof to === "string" ? `(${to})` : nodeText(to)}`;
}

function onText({
  onCreate,
  onMatch,
}: {
  readonly onCreate: readonly SetItem[];
  readonly onMatch: readonly SetItem[];
}): string {
  const created = onCreate.length === 0 ? "" : ` ON CREATE SET ${onCreate.map(setText).join(", ")}`;
  return `${created}${onMatch.length === 0 ? "" : ` ON MATCH SET ${onMatch.map(setText).join(", ")}`}`;
}

function entriesText(entries: readonly Entry[]): string {
  return `{${entries.map(({ key, value }) => `${key}: ${expressionText(value)}`).join(", ")}}`;
}

function setText(item: SetItem): string {
  switch (item.kind) {
    case "property":
      return `${item.of}.${item.key} = ${expressionText(item.value)}`;
    case "label":
      return `${item.of}:${item.label}`;
    case "map": {
      const entries = item.entries.map(({ key, value }) => `${key}: ${expressionText(value)}`);
      const all = item.replaces ? [`id: ${item.of}.id`, ...entries] : entries;
      return `${item.of} ${item.replaces ? "=" : "+="} {${all.join(", ")}}`;
    }
    case "copy":
      return `${item.of} ${item.replaces ? "=" : "+="} ${item.from} {.*, id: ${item.of}.id}`;
  }
}

export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case "integer":
      return String(expression.value);
    case "row":
      return "i";
    case "property":
      return (PROPERTY_FORMS[expression.form] ?? PROPERTY_FORMS[0])?.(expression.of, expression.key) ?? "";
    case "has label":
      return (LABEL_FORMS[expression.form] ?? LABEL_FORMS[0])?.(expression.of, expression.label) ?? "";
    case "label count":
      return `size(labels(${expression.of}))`;
    case "key count":
      return `size(keys(${expression.of}))`;
    case "add":
      return `(${expressionText(expression.left)} + ${expressionText(expression.right)}) % 97`;
    case "divide":
      return `${expressionText(expression.left)} / (${expressionText(expression.right)})`;
    case "less":
      return `(${expressionText(expression.left)} < ${expressionText(expression.right)})`;
    case "equal":
      return `(${expressionText(expression.left)} = ${expressionText(expression.right)})`;
    case "or zero":
      return `coalesce(${expressionText(expression.value)}, 0)`;
    case "if":
      return `CASE WHEN coalesce(${expressionText(expression.condition)}, false) THEN ${expressionText(expression.yes)} ELSE ${expressionText(expression.no)} END`;
    case "steps":
      return `size([${stepText(expression.step, "", "t")} | 1])`;
    case "walks":
      return `size([${stepText(expression.step, "*1..2", "t")} | 1])`;
    case "sum":
      return `reduce(s = 0, x IN [${stepText(expression.step, "", "t")} | coalesce(t.a, 0)] | (s + x) % 97)`;
    case "step exists": {
      const label = expression.label === undefined ? "" : ` WHERE t:${expression.label}`;
      return `EXISTS { MATCH ${stepText(expression.step, "", "t")}${label} }`;
    }
    case "node exists": {
      const operator = expression.less ? "<" : "=";
      const value = expressionText(expression.value);
      // Inner expressions see this variable: a pattern there must not use the same name.
      let node = "e";
      while (value.includes(`(${node}:`)) node += "e";
      return `EXISTS { MATCH (${node}:${expression.label}) WHERE ${node}.${expression.key} ${operator} ${value} }`;
    }
    case "type":
      return `type(${expression.of})`;
    case "start":
      return `startNode(${expression.of}).a`;
    case "end":
      return `endNode(${expression.of}).a`;
  }
}

function stepText({ from, direction, type }: Step, length: string, to: string): string {
  const middle = `-[${type === undefined ? "" : `:${type}`}${length}]-`;
  return `(${from})${direction === "in" ? "<" : ""}${middle}${direction === "out" ? ">" : ""}(${to})`;
}
