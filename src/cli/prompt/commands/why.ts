import { CypherError } from "../../../diagnostics/cypher-error.ts";
import { CommandFailure } from "../../command-failure.ts";
import { claimsOfRow, rowEvidenceText } from "../../row-evidence-text.ts";
import type { PromptCommand } from "./prompt-command.ts";

export const why: PromptCommand = {
  name: "why",
  usage: ":why [ROW]",
  meaning: "who says what a row of the last result rests on, and who says otherwise",
  async run(session, argument) {
    if (session.last === undefined) throw new CommandFailure("there is no result yet: run a query first");
    const { result } = session.last;
    const row = rowNumber(argument, result.rows.length);
    const grounds = told(() => claimsOfRow(session.engine.claims(), result, row - 1));
    const { terminal, texts } = session;
    session.sayStyled(await rowEvidenceText(grounds, { result, row: row - 1, texts, terminal }));
  },
};

/** A program is told to ask for evidence beforehand; nobody at a prompt could. */
function told<Outcome>(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof CypherError && error.code === "EvidenceNotKept")
      throw new CommandFailure(error.message);
    throw error;
  }
}

/** Counted from 1, as people count. */
function rowNumber(argument: string, rows: number): number {
  if (rows === 0) throw new CommandFailure("the last result has no rows");
  if (argument === "" && rows === 1) return 1;
  const number = /^[0-9]+$/.test(argument) ? Number(argument) : Number.NaN;
  if (number >= 1 && number <= rows) return number;
  const known = rows === 1 ? "there is one row: :why" : `there are ${rows} rows: :why 1 to :why ${rows}`;
  throw new CommandFailure(argument === "" ? known : `there is no row ${argument}; ${known}`);
}
