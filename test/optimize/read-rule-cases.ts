/**
 * Rule cases: a query, and plans that its rules make of it one after the other, as text.
 *
 * ```text
 * == graph
 * UNWIND range(1, 100) AS i CREATE (:Person {id: i})
 *
 * == one node is sought, and the others are not looked at
 * MATCH (a:Person {id: 7}) RETURN a
 * -- written
 * …
 * -- ordered
 * …
 * -- times less work
 * 50
 * ```
 *
 * `== graph` holds statements, parted by blank lines, that make the graph of the cases after it. A plan is what the
 * text says (`-- written`), that in a better order (`-- ordered`), or what is run (`-- run`); all have the same rows.
 * The last of them must do so many times less than the first (`-- times less work`: rows and entries of the index,
 * of all operators), or hold no more than so much where the first does (`-- fits in bytes`). A case with only one
 * plan is one that a rule must leave as it is.
 */
export interface RuleCase {
  readonly name: string;
  readonly graph: readonly string[];
  readonly query: string;
  readonly plans: readonly ExpectedPlan[];
  readonly timesLessWork: number | undefined;
  readonly fitsInBytes: number | undefined;
}

export interface ExpectedPlan {
  readonly stage: Stage;
  readonly text: string;
}

export type Stage = "written" | "ordered" | "run";

export function readRuleCases(text: string): RuleCase[] {
  const cases: RuleCase[] = [];
  let graph: readonly string[] = [];
  for (const block of text.split(/^== */m).slice(1)) {
    const end = block.indexOf("\n");
    const name = block.slice(0, end).trim();
    const body = block.slice(end + 1);
    if (name === "graph") graph = body.trim().split(/\n\s*\n/);
    else cases.push(readCase(name, graph, body));
  }
  return cases;
}

function readCase(name: string, graph: readonly string[], body: string): RuleCase {
  const [query = "", ...sections] = body.split(/^-- /m);
  const plans: ExpectedPlan[] = [];
  let timesLessWork: number | undefined;
  let fitsInBytes: number | undefined;
  for (const section of sections) {
    const end = section.indexOf("\n");
    const kind = section.slice(0, end).trim();
    const text = section.slice(end + 1).trimEnd();
    if (kind === "written" || kind === "ordered" || kind === "run") plans.push({ stage: kind, text });
    else if (kind === "times less work") timesLessWork = Number(text);
    else if (kind === "fits in bytes") fitsInBytes = Number(text);
    else throw new Error(`case "${name}" has a section "-- ${kind}", which is none of them`);
  }
  if (plans.length === 0) throw new Error(`case "${name}" has no plan`);
  return { name, graph, query: query.trim(), plans, timesLessWork, fitsInBytes };
}
