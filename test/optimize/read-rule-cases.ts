/**
 * Rule cases: a query, and the plans that rules produce from it one after the other, as text.
 *
 * ```text
 * == graph
 * UNWIND range(1, 100) AS i CREATE (:Person {id: i})
 *
 * == one node is looked up, and the others are not read
 * MATCH (a:Person {id: 7}) RETURN a
 * -- written
 * …
 * -- ordered
 * …
 * -- times less work
 * 50
 * ```
 *
 * `== graph` contains statements, separated by blank lines, that create the graph for the cases after it. A plan
 * follows the text (`-- written`), has a better order (`-- ordered`), or is the executed one (`-- run`); all return the
 * same rows. `-- times less work`: the first plan must cost at least this many times as much as the last, in rows and
 * db hits of all operators. `-- fits in bytes`: the last plan must run within this memory limit, and the first must
 * exceed it. A case with only one plan is one that the rule must not change.
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
    else throw new Error(`case "${name}" has an unknown section "-- ${kind}"`);
  }
  if (plans.length === 0) throw new Error(`case "${name}" has no plan`);
  return { name, graph, query: query.trim(), plans, timesLessWork, fitsInBytes };
}
