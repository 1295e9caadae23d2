import { RE2JS, RE2JSSyntaxException } from "re2js";
import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Budget } from "../values/budget.ts";

/**
 * The operator `=~`. RE2's automata read a string once from start to end; a backtracking engine may need exponential
 * time. Therefore features that require backtracking are not supported: look-around and back-references.
 */

/** Longer patterns may take longer than a second to compile. */
const MAX_PATTERN = 4000;
/** Characters times instructions of the compiled pattern: the worst known patterns take a second for this product. */
const MAX_STEPS = 10_000_000;
/** Approximate steps to compile one character of a pattern. */
const STEPS_PER_CHARACTER = 100;
/** Cached patterns. Most queries have one or a few, but each row may also have its own pattern. */
const CACHE_SIZE = 100;

const compiled = new Map<string, RE2JS>();

/**
 * Whether the whole text matches, as in Java, whose regular expressions Cypher adopts.
 *
 * @throws CypherError `InvalidArgumentValue` for an invalid pattern, `ResourceExhausted` if matching may take too long
 */
export function matchesWhole(text: string, pattern: string, budget: Budget): boolean {
  const expression = compiled.get(pattern) ?? compile(pattern, budget);
  const steps = text.length * expression.programSize();
  if (steps > MAX_STEPS) {
    throw new CypherError(
      "ResourceExhausted",
      `=~ may take too long for ${text.length} characters and a regular expression of ${expression.programSize()} steps`,
      {
        hint: "use CONTAINS, STARTS WITH or ENDS WITH, which have no such limit, or shorter texts from split()",
      },
    );
  }
  budget.spend(steps);
  return expression.matches(text);
}

function compile(pattern: string, budget: Budget): RE2JS {
  if (pattern.length > MAX_PATTERN) {
    throw new CypherError(
      "ResourceExhausted",
      `a regular expression has at most ${MAX_PATTERN} characters, but this one has ${pattern.length}`,
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

/** Features of other engines that RE2 does not support: how they begin, their name, and what to write instead. */
const UNSUPPORTED: readonly (readonly [start: RegExp, name: string, hint: string])[] = [
  [/\(\?<?[=!]/, "look-around", "use two conditions: x =~ '…' AND NOT x =~ '…'"],
  [/\\[1-9]|\\k</, "a back-reference", "compare parts of the text from split() or substring()"],
  [
    /\(\?>|[*+?}]\+/,
    "possessive matching",
    "leave it out: this engine never backtracks, so it is not needed",
  ],
];

function unreadable(pattern: string, error: unknown): CypherError {
  const unsupported = UNSUPPORTED.find(([start]) => start.test(pattern));
  if (unsupported !== undefined) {
    const [start, name, hint] = unsupported;
    const piece = start.exec(pattern)?.[0];
    return new CypherError(
      "InvalidArgumentValue",
      `=~ cannot read the regular expression ${pattern}: ${name} is not supported: ${piece}`,
      { hint },
    );
  }
  const reason = error instanceof RE2JSSyntaxException ? `: ${error.error}` : "";
  const piece = error instanceof RE2JSSyntaxException && error.input ? error.input : "";
  const met = piece !== "" && pattern !== piece && pattern.includes(piece) ? ` ${piece}` : "";
  return new CypherError(
    "InvalidArgumentValue",
    `=~ cannot read the regular expression ${pattern}${reason}${met}`,
    { hint: "use RE2 syntax; in a query, write a backslash twice: '\\\\d+'" },
  );
}
