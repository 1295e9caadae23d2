import type { Expression } from "../syntax/ast.ts";

/** A node or list of a tree whose key is being computed. */
interface Level {
  readonly tree: object;
  readonly names: readonly string[];
  at: number;
  readonly parts: string[];
}

/**
 * Assigns keys to expressions: two expressions have the same key exactly if they are written alike, ignoring white
 * space, comments and the case of function names.
 *
 * A key is a number, assigned to the content of a node and the keys of its parts. Keys are cached, so each node is
 * visited once, even if its key and those of the expressions around it are requested many times.
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

/** A value as text, marked with its type: 1 differs from '1', and a string from a key (`#1`). */
function ownText(tree: object, name: string, value: unknown): string {
  if (typeof value !== "string") return `${typeof value} ${String(value)}`;
  const isFunctionName = name === "name" && "kind" in tree && tree.kind === "FunctionCall";
  return `'${isFunctionName ? value.toLowerCase() : value}`;
}
