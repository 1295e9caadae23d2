import { CypherError } from "../../../diagnostics/cypher-error.ts";
import { CommandFailure } from "../../command-failure.ts";
import { claimsOfRow, rowEvidenceText } from "../../row-evidence-text.ts";
import type { PromptCommand } from "./prompt-command.ts";

export const why: PromptCommand = {
  name: "why",
  usage: ":why [ROW]",
  meaning: "show the claims that support a row of the last result, and the claims against it",
  async run(session, argument) {
    if (session.last === undefined) throw new CommandFailure("there is no result yet: run a query first");
    const { result } = session.last;
    const row = rowNumber(argument, result.rows.length);
    const evidence = withoutHint(() => claimsOfRow(session.engine.claims(), result, row - 1));
    const { terminal, texts } = session;
    session.sayStyled(await rowEvidenceText(evidence, { result, row: row - 1, texts, terminal }));
  },
};

/** Drops the hint of `EvidenceNotKept`: it is for programs and names an option that the prompt does not have. */
function withoutHint<Outcome>(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof CypherError && error.code === "EvidenceNotKept")
      throw new CommandFailure(error.message);
    throw error;
  }
}

/** The row number in `argument` (1-based). */
function rowNumber(argument: string, rows: number): number {
  if (rows === 0) throw new CommandFailure("the last result has no rows");
  if (argument === "" && rows === 1) return 1;
  const number = /^[0-9]+$/.test(argument) ? Number(argument) : Number.NaN;
  if (number >= 1 && number <= rows) return number;
  const known = rows === 1 ? "there is one row: :why" : `there are ${rows} rows: :why 1 to :why ${rows}`;
  throw new CommandFailure(argument === "" ? known : `there is no row ${argument}; ${known}`);
}
