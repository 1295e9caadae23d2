/**
 * nearley runs a rule's postprocessor wherever the rule might end: for a list after each of its items, over the
 * whole list so far. Nearly all of these ends turn out to be none, and nearley keeps what was made for them: a
 * list of n items would take n² steps and as much memory. So the postprocessors are put off until the text has
 * been read to its end, and then run once for each node of the tree.
 */

/** A postprocessor: the parts of a rule → the tree's node. */
type Build = (parts: readonly unknown[]) => unknown;

/** The part of nearley's rules that is changed here. */
export interface Rule {
  readonly symbols: readonly unknown[];
  postprocess?: Build | undefined;
}

/** What a rule has matched: the parts are tokens, further derivations, or null. */
class Derivation {
  readonly build: Build;
  readonly parts: readonly unknown[];

  constructor(build: Build, parts: readonly unknown[]) {
    this.build = build;
    this.parts = parts;
  }
}

/** Puts off the postprocessors of a grammar: its parses are then derivations, for {@link buildTree}. */
export function deferPostprocessing(rules: readonly Rule[]): void {
  for (const rule of rules) {
    const build = rule.postprocess ?? asTheyAre;
    if (rule.symbols.length === 0 || passesOn(rule, build)) continue;
    rule.postprocess = (parts) => new Derivation(build, parts);
  }
}

/** Whether a rule's result is its one part: most rules of an expression's levels are so, and nothing is made. */
function passesOn({ symbols }: Rule, build: Build): boolean {
  const part = {};
  try {
    return symbols.length === 1 && build([part]) === part;
  } catch {
    return false;
  }
}

function asTheyAre(parts: readonly unknown[]): unknown {
  return parts;
}

/** A derivation whose parts are being made. */
interface Level {
  readonly derivation: Derivation;
  readonly made: unknown[];
}

/**
 * Runs the postprocessors of a derivation, innermost first. Without recursion: a list is as deep as it is long.
 *
 * @throws CypherError what a postprocessor throws
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
