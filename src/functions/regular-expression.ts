import { RE2JS, RE2JSSyntaxException } from "re2js";
import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Budget } from "../values/budget.ts";

/**
 * The operator `=~`. RE2's automata read a text once from front to back, where an engine that backtracks may take
 * longer than the universe has. So there is nothing that only backtracking can do: no look-around, no back-reference.
 */

/** Longer patterns may take longer than a second to compile. */
const MAX_PATTERN = 4000;
/** Characters times instructions of the compiled pattern: the worst known patterns take a second for this product. */
const MAX_STEPS = 10_000_000;
/** Steps that compiling takes for a character, about. */
const STEPS_PER_CHARACTER = 100;
/** A query has one pattern or a few; a pattern may also be read from each row. */
const CACHE_SIZE = 100;

const compiled = new Map<string, RE2JS>();

/** The whole text must match, as in Java, whose expressions Cypher borrows. */
export function matchesWhole(text: string, pattern: string, budget: Budget): boolean {
  const expression = compiled.get(pattern) ?? compile(pattern, budget);
  const steps = text.length * expression.programSize();
  if (steps > MAX_STEPS) {
    throw new CypherError(
      "ResourceExhausted",
      `=~ would go through ${text.length} characters with a regular expression of ${expression.programSize()} steps, which may take too long`,
      { hint: "CONTAINS, STARTS WITH and ENDS WITH have no such limit; split() makes shorter texts" },
    );
  }
  budget.spend(steps);
  return expression.matches(text);
}

function compile(pattern: string, budget: Budget): RE2JS {
  if (pattern.length > MAX_PATTERN) {
    throw new CypherError(
      "ResourceExhausted",
      `a regular expression has at most ${MAX_PATTERN} characters, and this one has ${pattern.length}`,
      { hint: "look for one of many texts with IN or any(x IN texts WHERE …)" },
    );
  }
  budget.spend(STEPS_PER_CHARACTER * pattern.length);
  let made: RE2JS;
  try {
    made = RE2JS.compile(RE2JS.translateRegExp(pattern), RE2JS.DOTALL);
  } catch (error) {
    throw unreadable(pattern, error);
  }
  const [oldest] = compiled.keys();
  if (compiled.size >= CACHE_SIZE && oldest !== undefined) compiled.delete(oldest);
  compiled.set(pattern, made);
  return made;
}

/** What other engines have and this one has not: how it begins, its name, and what to write instead. */
const UNSUPPORTED: readonly (readonly [start: RegExp, name: string, hint: string])[] = [
  [/\(\?<?[=!]/, "look-around", "ask twice: x =~ '…' AND NOT x =~ '…'"],
  [/\\[1-9]|\\k</, "a back-reference", "compare parts of the text that split() or substring() give"],
  [/\(\?>|[*+?}]\+/, "possessive matching", "leave it out: this engine never goes back, so it is not needed"],
];

function unreadable(pattern: string, error: unknown): CypherError {
  const unsupported = UNSUPPORTED.find(([start]) => start.test(pattern));
  if (unsupported !== undefined) {
    const [start, name, hint] = unsupported;
    const piece = start.exec(pattern)?.[0];
    return new CypherError(
      "InvalidArgumentValue",
      `=~ cannot read the regular expression ${pattern}: it has no ${name.replace(/^an? /, "")}, and met ${piece}`,
      { hint },
    );
  }
  const reason = error instanceof RE2JSSyntaxException ? `: ${error.error}` : "";
  const piece = error instanceof RE2JSSyntaxException && error.input ? error.input : "";
  const met = piece !== "" && pattern !== piece && pattern.includes(piece) ? ` ${piece}` : "";
  return new CypherError(
    "InvalidArgumentValue",
    `=~ cannot read the regular expression ${pattern}${reason}${met}`,
    { hint: "write it as RE2 does; a backslash is written twice in a query: '\\\\d+'" },
  );
}
