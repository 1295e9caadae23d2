import { CypherError, type CypherErrorParts } from "../diagnostics/cypher-error.ts";
import type { ErrorCode } from "../diagnostics/error-codes.ts";

/** What the analysis of one query found wrong, so that all of it can be told at once. */
export class Problems {
  readonly #found: CypherError[] = [];
  readonly #places = new Set<string>();

  /** The same problem at the same place is kept once: MERGE binds its pattern twice. */
  report(code: ErrorCode, message: string, parts: CypherErrorParts): void {
    const place = `${code} ${parts.span?.start} ${parts.span?.end}`;
    if (this.#places.has(place)) return;
    this.#places.add(place);
    this.#found.push(new CypherError(code, message, parts));
  }

  /** How many there are so far. */
  get count(): number {
    return this.#found.length;
  }

  /**
   * @throws CypherError the first problem in the text, which carries the others. A missing name comes last: it says
   *   nothing of what the expression means, and the others do.
   */
  throwIfAny(): void {
    const [first, ...others] = this.#found.toSorted(
      (a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0),
    );
    if (first === undefined) return;
    first.others = others;
    throw first;
  }
}

function rank({ code }: CypherError): number {
  return code === "NoExpressionAlias" ? 1 : 0;
}
