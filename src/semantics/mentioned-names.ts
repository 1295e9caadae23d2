import type { Name, NodePattern, PropertyAccess, RelationshipPattern, Statement } from "../syntax/ast.ts";

/** The names that a statement expects the graph to have, each as often as it stands. */
export interface MentionedNames {
  readonly labels: readonly Name[];
  readonly types: readonly Name[];
  readonly keys: readonly Name[];
}

/**
 * The labels, relationship types and property keys that a statement reads. What CREATE, MERGE and SET name may
 * well be new, also where it is read afterwards. Keys count where they are asked of a variable of a pattern: maps have keys of their own.
 */
export function mentionedNames(statement: Statement): MentionedNames {
  const labels: Name[] = [];
  const types: Name[] = [];
  const keys: Name[] = [];
  const entities = new Set<string>();
  const accesses: PropertyAccess[] = [];
  const made = new Set<string>();

  const visitParts = (tree: object, visitPart: (part: object) => void): void => {
    for (const key in tree) {
      const part: unknown = tree[key as keyof typeof tree];
      if (typeof part === "object" && part !== null && key !== "span") visitPart(part);
    }
  };
  const collectMade = (tree: object): void => {
    if ("kind" in tree && tree.kind === "Name") made.add((tree as Name).text);
    visitParts(tree, collectMade);
  };
  const visit = (tree: object): void => {
    const kind = "kind" in tree ? tree.kind : undefined;
    if (kind === "RemoveClause") return;
    if (kind === "CreateClause" || kind === "MergeClause" || kind === "SetClause") {
      collectMade(tree);
      return;
    }
    if (kind === "NodePattern" || kind === "RelationshipPattern") {
      const pattern = tree as NodePattern | RelationshipPattern;
      if (pattern.variable !== undefined) entities.add(pattern.variable.name);
      if (pattern.kind === "NodePattern") labels.push(...pattern.labels);
      else types.push(...pattern.types);
      if (pattern.properties?.kind === "MapLiteral")
        keys.push(...pattern.properties.entries.map(({ key }) => key));
    } else if (kind === "PropertyAccess") accesses.push(tree as PropertyAccess);
    visitParts(tree, visit);
  };
  visit(statement);
  for (const { object, key } of accesses)
    if (object.kind === "Variable" && entities.has(object.name)) keys.push(key);
  const read = (names: readonly Name[]) => names.filter(({ text }) => !made.has(text));
  return { labels: read(labels), types: read(types), keys: read(keys) };
}
