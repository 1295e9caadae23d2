import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Clause, SingleQuery } from "../../syntax/ast.ts";
import { parse } from "../../syntax/parse.ts";
import { isIncomplete, splitStatements } from "../../syntax/split-statements.ts";

/** A longer text is not parsed after every line, as that would take quadratic time. */
const LONGEST_PARSED = 10_000;

/** The start of a statement: a keyword, a name or a node. Any other line starts no statement. */
const BEGINNING = /^\s*[\p{ID_Start}_`(]/u;

/**
 * Joins lines into statements. A statement ends at `;`, at a blank line, or if the text so far is a complete query
 * that the next line cannot continue: `RETURN a` and then `LIMIT 3` is one statement, `RETURN 1` and then `RETURN 2`
 * are two.
 */
export class StatementBuffer {
  #text = "";

  /** Whether no statement has begun. */
  get isEmpty(): boolean {
    return this.#text.trim() === "";
  }

  /** Adds a line (without its line break) and returns the statements that it ends. */
  add(line: string): string[] {
    if (line.trim() === "" && !endsInside(this.#text)) return this.flush();
    const ended = this.#endsBefore(line) ? this.flush() : [];
    this.#text += `${line}\n`;
    return this.#endsWith(line) ? [...ended, ...this.flush()] : ended;
  }

  /** Whether no more text is needed: the query so far is complete, or has an error. */
  get isSettled(): boolean {
    return !this.isEmpty && stateOf(this.#text) !== "incomplete";
  }

  /** Returns the buffered statements, complete or not, and empties the buffer. */
  flush(): string[] {
    const statements = splitStatements(this.#text);
    this.#text = "";
    return statements;
  }

  /** Empties the buffer. */
  clear(): void {
    this.#text = "";
  }

  /** Text that cannot be tokenized has no `;` token: then a `;` at the end of a line ends the statement. */
  #endsWith(line: string): boolean {
    if (!line.includes(";")) return false;
    return endsWithSemicolon(this.#text) || (line.trimEnd().endsWith(";") && stateOf(this.#text) === "wrong");
  }

  #endsBefore(line: string): boolean {
    if (this.isEmpty || !BEGINNING.test(line) || stateOf(this.#text) !== "complete") return false;
    return stateOf(this.#text + line) === "wrong" || continuesAfterReturn(this.#text + line);
  }
}

type State = "complete" | "incomplete" | "wrong";

/** The state of the last statement of `text`. */
function stateOf(text: string): State {
  if (text.length > LONGEST_PARSED) return "incomplete";
  const last = splitStatements(text).at(-1);
  if (last === undefined) return "incomplete";
  try {
    return parse(last).branches.every(isWhole) ? "complete" : "incomplete";
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    return isIncomplete(last) ? "incomplete" : "wrong";
  }
}

/** The clauses that no query ends with. */
const NON_FINAL_CLAUSES: readonly Clause["kind"][] = ["MatchClause", "UnwindClause", "WithClause"];

/** Whether the last clause can end a query; the grammar leaves this check to semantic analysis. */
function isWhole({ clauses }: SingleQuery): boolean {
  const last = clauses.at(-1);
  if (last?.kind === "MatchClause") return last.bare && clauses.length === 1;
  return last !== undefined && !NON_FINAL_CLAUSES.includes(last.kind);
}

/** Whether a clause follows RETURN: it starts the next query. The grammar leaves this check to semantic analysis. */
function continuesAfterReturn(text: string): boolean {
  const last = splitStatements(text).at(-1) ?? "";
  if (stateOf(last) !== "complete") return false;
  return parse(last).branches.some(({ clauses }) =>
    clauses.slice(0, -1).some((clause) => clause.kind === "ReturnClause"),
  );
}

/** Whether `text` ends with a `;` that is not in a string or a comment: then text after it is another statement. */
function endsWithSemicolon(text: string): boolean {
  return splitStatements(`${text}x`).length > splitStatements(text).length;
}

/** Whether `text` ends inside a string, a quoted name or a comment, where a blank line is part of the text. */
function endsInside(text: string): boolean {
  return text !== "" && !endsWithSemicolon(`${text};`);
}
