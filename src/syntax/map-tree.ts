/**
 * `tree` with `change` applied to every node of it, from the leaves up. What has not changed is handed on and not
 * copied; spans are not looked into.
 */
export function mapTree<Tree extends object>(tree: Tree, change: (node: object) => object): Tree {
  let copy: Record<string, unknown> | undefined;
  for (const key in tree) {
    const part: unknown = tree[key];
    if (typeof part !== "object" || part === null || key === "span") continue;
    const mapped = mapTree(part, change);
    if (mapped === part) continue;
    copy ??= (Array.isArray(tree) ? [...tree] : { ...tree }) as Record<string, unknown>;
    copy[key] = mapped;
  }
  const mapped = (copy ?? tree) as Tree;
  return Array.isArray(tree) ? mapped : (change(mapped) as Tree);
}
