import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Clause, SingleQuery } from "../../syntax/ast.ts";
import { parse } from "../../syntax/parse.ts";
import { isIncomplete, splitStatements } from "../../syntax/split-statements.ts";

/** A longer text is not parsed after every line, which would take a time that grows with its square. */
const LONGEST_PARSED = 10_000;

/** How a statement may begin: with a keyword, a name or a node. A line that begins otherwise begins none. */
const BEGINNING = /^\s*[\p{ID_Start}_`(]/u;

/**
 * Puts lines together to statements. A statement ends with `;`, with a blank line, or where the text so far
 * is a complete query and the next line cannot go on with it: `RETURN a` and then `LIMIT 3` is one statement,
 * `RETURN 1` and then `RETURN 2` are two.
 */
export class StatementBuffer {
  #text = "";

  /** Whether a statement has been begun. */
  get isEmpty(): boolean {
    return this.#text.trim() === "";
  }

  /** Takes a line (without its line break) and returns the statements that it ends. */
  add(line: string): string[] {
    if (line.trim() === "" && !endsInside(this.#text)) return this.flush();
    const ended = this.#endsBefore(line) ? this.flush() : [];
    this.#text += `${line}\n`;
    return this.#endsWith(line) ? [...ended, ...this.flush()] : ended;
  }

  /** Whether the text so far is all that its writer meant: a query that is complete, or that is wrong. */
  get isSettled(): boolean {
    return !this.isEmpty && stateOf(this.#text) !== "incomplete";
  }

  /** The statements that are there, complete or not; the buffer is empty after it. */
  flush(): string[] {
    const statements = splitStatements(this.#text);
    this.#text = "";
    return statements;
  }

  /** Forgets what is there. */
  clear(): void {
    this.#text = "";
  }

  /** Junk that cannot be cut into tokens has no `;` as a token: there one at the end of a line must do. */
  #endsWith(line: string): boolean {
    if (!line.includes(";")) return false;
    return endsWithSemicolon(this.#text) || (line.trimEnd().endsWith(";") && stateOf(this.#text) === "wrong");
  }

  #endsBefore(line: string): boolean {
    if (this.isEmpty || !BEGINNING.test(line) || stateOf(this.#text) !== "complete") return false;
    return stateOf(this.#text + line) === "wrong" || goesOnAfterReturn(this.#text + line);
  }
}

type State = "complete" | "incomplete" | "wrong";

/** What the last statement of `text` is so far. */
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
const LEADING_ON: readonly Clause["kind"][] = ["MatchClause", "UnwindClause", "WithClause"];

/** Whether the clauses of a query lead to something: the grammar leaves that to the analysis. */
function isWhole({ clauses }: SingleQuery): boolean {
  const last = clauses.at(-1);
  if (last?.kind === "MatchClause") return last.bare && clauses.length === 1;
  return last !== undefined && !LEADING_ON.includes(last.kind);
}

/** RETURN ends a query, so a clause after it belongs to the next; this too the grammar leaves to the analysis. */
function goesOnAfterReturn(text: string): boolean {
  const last = splitStatements(text).at(-1) ?? "";
  if (stateOf(last) !== "complete") return false;
  return parse(last).branches.some(({ clauses }) =>
    clauses.slice(0, -1).some((clause) => clause.kind === "ReturnClause"),
  );
}

/** A `;` that ends `text` leaves what follows as a statement of its own, unless it is in a string or a comment. */
function endsWithSemicolon(text: string): boolean {
  return splitStatements(`${text}x`).length > splitStatements(text).length;
}

/** Whether `text` stops in a string, a quoted name or a comment, where a blank line is part of it. */
function endsInside(text: string): boolean {
  return text !== "" && !endsWithSemicolon(`${text};`);
}
