import type { Expression } from "../syntax/ast.ts";

/** A node or list of a tree, and the parts of its key so far. */
interface Level {
  readonly tree: object;
  readonly names: readonly string[];
  at: number;
  readonly parts: string[];
}

/**
 * Keys that two expressions share just where they are written alike; white space, comments and the case of functions'
 * names do not count.
 *
 * A key is a number: that of what a node says itself and of the keys of its parts. Every node is looked at once,
 * however often its key is asked for, and those of the expressions it stands in.
 */
export class ExpressionKeys {
  readonly #byText = new Map<string, number>();
  readonly #known = new WeakMap<object, number>();

  of(expression: Expression): number {
    const levels: Level[] = [levelOf(expression)];
    for (;;) {
      const level = levels.at(-1) as Level;
      const { tree, names, parts } = level;
      const known = this.#known.get(tree);
      const name = names[level.at];
      if (known === undefined && name !== undefined) {
        const part: unknown = tree[name as keyof typeof tree];
        if (typeof part === "object" && part !== null) levels.push(levelOf(part));
        else {
          parts.push(name, ownText(tree, name, part));
          level.at++;
        }
        continue;
      }
      levels.pop();
      const key = known ?? this.#keyOf(level);
      const above = levels.at(-1);
      if (above === undefined) return key;
      above.parts.push(above.names[above.at] as string, `#${key}`);
      above.at++;
    }
  }

  #keyOf({ tree, parts }: Level): number {
    const text = JSON.stringify(parts);
    const key = this.#byText.get(text) ?? this.#byText.size;
    this.#byText.set(text, key);
    this.#known.set(tree, key);
    return key;
  }
}

function levelOf(tree: object): Level {
  const names = Object.keys(tree).filter(
    (name) =>
      name !== "span" && name !== "nameSpan" && tree[name as keyof typeof tree] !== (undefined as unknown),
  );
  return { tree, names: Array.isArray(tree) ? ["length", ...names] : names, at: 0, parts: [] };
}

/** A text says of which type the value is: 1 is not '1', and a text is no key. */
function ownText(tree: object, name: string, value: unknown): string {
  if (typeof value !== "string") return `${typeof value} ${String(value)}`;
  const isFunctionName = name === "name" && "kind" in tree && tree.kind === "FunctionCall";
  return `'${isFunctionName ? value.toLowerCase() : value}`;
}
