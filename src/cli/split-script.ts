import { CypherError } from "../diagnostics/cypher-error.ts";
import { splitStatements } from "../syntax/split-statements.ts";

/** A statement of a longer text. */
export interface ScriptStatement {
  readonly text: string;
  /** The whole text, and the offset of the statement in it (UTF-16, 0-based). */
  readonly source: string;
  readonly start: number;
}

/** The statements in `source`, which are separated by `;`. */
export function splitScript(source: string): ScriptStatement[] {
  let end = 0;
  return splitStatements(source).map((text) => {
    const start = source.indexOf(text, end);
    end = start + text.length;
    return { text, source, start };
  });
}

/** Runs `work` on a statement; errors report the line and column in the whole text. */
export function withSourcePosition<Outcome>(
  statement: ScriptStatement,
  work: (text: string) => Outcome,
): Outcome {
  try {
    return work(statement.text);
  } catch (error) {
    throw error instanceof CypherError ? moved(error, statement) : error;
  }
}

/** A copy of the error with its position in the whole text. */
function moved(error: CypherError, place: ScriptStatement): CypherError {
  const { span } = error;
  return Object.assign(Object.create(error) as CypherError, {
    span: span && { start: span.start + place.start, end: span.end + place.start },
    query: place.source,
    others: error.others.map((other) => moved(other, place)),
  });
}
