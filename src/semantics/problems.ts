import { CypherError, type CypherErrorParts } from "../diagnostics/cypher-error.ts";
import type { ErrorCode } from "../diagnostics/error-codes.ts";

/** What the analysis of one query found wrong, so that all of it can be told at once. */
export class Problems {
  readonly #found: CypherError[] = [];

  report(code: ErrorCode, message: string, parts: CypherErrorParts): void {
    this.#found.push(new CypherError(code, message, parts));
  }

  /** How many there are so far. */
  get count(): number {
    return this.#found.length;
  }

  /** @throws CypherError the first problem in the text, which carries the others */
  throwIfAny(): void {
    const [first, ...others] = this.#found.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
    if (first === undefined) return;
    first.others = others;
    throw first;
  }
}
