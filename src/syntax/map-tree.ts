/** A node or list of a tree whose parts are being mapped. */
interface Level {
  readonly tree: object;
  readonly keys: readonly string[];
  at: number;
  copy: Record<string, unknown> | undefined;
}

/**
 * Returns `tree` with `change` applied to every node, from the leaves up. Unchanged parts are shared, not copied; spans
 * are skipped. Does not recurse, since a chain of operators is as deep as it is long.
 */
export function mapTree<Tree extends object>(tree: Tree, change: (node: object) => object): Tree {
  const levels: Level[] = [levelOf(tree)];
  for (;;) {
    const level = levels.at(-1) as Level;
    const key = level.keys[level.at];
    if (key !== undefined) {
      const part: unknown = level.tree[key as keyof typeof level.tree];
      if (typeof part === "object" && part !== null && key !== "span") levels.push(levelOf(part));
      else level.at++;
      continue;
    }
    levels.pop();
    const made = level.copy ?? level.tree;
    const mapped = Array.isArray(level.tree) ? made : change(made);
    const above = levels.at(-1);
    if (above === undefined) return mapped as Tree;
    if (mapped !== level.tree) {
      above.copy ??= (Array.isArray(above.tree) ? [...above.tree] : { ...above.tree }) as Record<
        string,
        unknown
      >;
      above.copy[above.keys[above.at] as string] = mapped;
    }
    above.at++;
  }
}

function levelOf(tree: object): Level {
  return { tree, keys: Object.keys(tree), at: 0, copy: undefined };
}
