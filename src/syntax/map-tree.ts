/** `tree` with `change` applied to every node of it, from the leaves up. Spans are handed on as they are. */
export function mapTree<Tree extends object>(tree: Tree, change: (node: object) => object): Tree {
  if (Array.isArray(tree)) return tree.map((part) => mapPart(part, change)) as unknown as Tree;
  const parts = Object.entries(tree).map(([key, part]) => [
    key,
    key === "span" ? part : mapPart(part, change),
  ]);
  return change(Object.fromEntries(parts)) as Tree;
}

function mapPart(part: unknown, change: (node: object) => object): unknown {
  return typeof part === "object" && part !== null ? mapTree(part, change) : part;
}
