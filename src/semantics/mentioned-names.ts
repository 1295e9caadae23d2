import type { Name, NodePattern, PropertyAccess, RelationshipPattern, Statement } from "../syntax/ast.ts";
import { visitTree } from "../syntax/walk-expression.ts";

/** The names that a statement expects in the graph, once per occurrence. */
export interface MentionedNames {
  readonly labels: readonly Name[];
  readonly types: readonly Name[];
  readonly keys: readonly Name[];
}

/**
 * The labels, relationship types and property keys that a statement reads. Names in CREATE, MERGE and SET may be new,
 * so they are left out, also where they are read later. Only keys of pattern variables are included, since maps may
 * have any keys.
 */
export function mentionedNames(statement: Statement): MentionedNames {
  const labels: Name[] = [];
  const types: Name[] = [];
  const keys: Name[] = [];
  const entities = new Set<string>();
  const accesses: PropertyAccess[] = [];
  const made = new Set<string>();

  visitTree(statement, (tree) => {
    const kind = "kind" in tree ? tree.kind : undefined;
    if (kind === "RemoveClause") return false;
    if (kind === "CreateClause" || kind === "MergeClause" || kind === "SetClause") {
      visitTree(tree, (part) => {
        if ("kind" in part && part.kind === "Name") made.add((part as Name).text);
        return true;
      });
      return false;
    }
    if (kind === "NodePattern" || kind === "RelationshipPattern") {
      const pattern = tree as NodePattern | RelationshipPattern;
      if (pattern.variable !== undefined) entities.add(pattern.variable.name);
      if (pattern.kind === "NodePattern") for (const label of pattern.labels) labels.push(label);
      else for (const type of pattern.types) types.push(type);
      if (pattern.properties?.kind === "MapLiteral")
        for (const { key } of pattern.properties.entries) keys.push(key);
    } else if (kind === "PropertyAccess") accesses.push(tree as PropertyAccess);
    return true;
  });
  for (const { object, key } of accesses)
    if (object.kind === "Variable" && entities.has(object.name)) keys.push(key);
  const read = (names: readonly Name[]) => names.filter(({ text }) => !made.has(text));
  return { labels: read(labels), types: read(types), keys: read(keys) };
}
