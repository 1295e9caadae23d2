import { CypherError, type CypherErrorParts } from "../diagnostics/cypher-error.ts";
import type { ErrorCode } from "../diagnostics/error-codes.ts";

/** Collects the problems of one query, so that all of them can be reported at once. */
export class Problems {
  readonly #found: CypherError[] = [];
  readonly #places = new Set<string>();

  /** Adds a problem. Duplicates at the same position are dropped, since MERGE binds its pattern twice. */
  report(code: ErrorCode, message: string, parts: CypherErrorParts): void {
    const place = `${code} ${parts.span?.start} ${parts.span?.end}`;
    if (this.#places.has(place)) return;
    this.#places.add(place);
    this.#found.push(new CypherError(code, message, parts));
  }

  /** Number of problems so far. */
  get count(): number {
    return this.#found.length;
  }

  /**
   * @throws CypherError the first problem in the text, with the others in `others`. A missing AS comes last, since the
   *   other problems are more helpful.
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
