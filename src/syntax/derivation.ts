/**
 * nearley runs the postprocessor of a rule at every position where the rule may end: in a list, after each item, on the
 * list so far. Most of these results are never used, but nearley keeps them: a list of n items takes n² steps and n²
 * memory. So we defer the postprocessors until the whole text is parsed, and then run each once per node of the tree.
 */

/** A postprocessor: the parts of a rule → a node of the tree. */
type Build = (parts: readonly unknown[]) => unknown;

/** The part of a nearley rule that this file changes. */
export interface Rule {
  readonly symbols: readonly unknown[];
  postprocess?: Build | undefined;
}

/** The match of a rule: its parts are tokens, derivations, or null. */
class Derivation {
  readonly build: Build;
  readonly parts: readonly unknown[];

  constructor(build: Build, parts: readonly unknown[]) {
    this.build = build;
    this.parts = parts;
  }
}

/** Defers the postprocessors of a grammar: the parser then returns derivations, for {@link buildTree}. */
export function deferPostprocessing(rules: readonly Rule[]): void {
  for (const rule of rules) {
    const build = rule.postprocess ?? returnParts;
    if (rule.symbols.length === 0 || returnsItsPart(rule, build)) continue;
    rule.postprocess = (parts) => new Derivation(build, parts);
  }
}

/**
 * Whether the postprocessor only returns the single part of the rule, as in most of the precedence levels of
 * expressions: no derivation is needed then.
 */
function returnsItsPart({ symbols }: Rule, build: Build): boolean {
  const part = {};
  try {
    return symbols.length === 1 && build([part]) === part;
  } catch {
    return false;
  }
}

function returnParts(parts: readonly unknown[]): unknown {
  return parts;
}

/** A derivation whose parts are being built. */
interface Level {
  readonly derivation: Derivation;
  readonly made: unknown[];
}

/**
 * Runs the postprocessors of a derivation, innermost first. Does not recurse, since the derivation of a list is as deep
 * as the list is long.
 *
 * @throws CypherError if a postprocessor throws it
 */
export function buildTree(root: unknown): unknown {
  if (!(root instanceof Derivation)) return root;
  const levels: Level[] = [{ derivation: root, made: [] }];
  for (;;) {
    const { derivation, made } = levels.at(-1) as Level;
    if (made.length < derivation.parts.length) {
      const part = derivation.parts[made.length];
      if (part instanceof Derivation) levels.push({ derivation: part, made: [] });
      else made.push(part);
      continue;
    }
    levels.pop();
    const node = derivation.build(made);
    const above = levels.at(-1);
    if (above === undefined) return node;
    above.made.push(node);
  }
}
