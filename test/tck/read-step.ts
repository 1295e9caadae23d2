/** The meaning of a TCK step, without the table or text below it. */
export type StepMeaning =
  /** The initial graph; if it has no name, an empty graph. */
  | { readonly kind: "graph"; readonly name: string | undefined }
  | { readonly kind: "procedure"; readonly signature: string }
  /** A query to run; `rest` is defined if the query is in the line of the step. */
  | { readonly kind: "set-up" | "query"; readonly rest: string | undefined }
  | { readonly kind: "parameters" | "no rows" | "side effects" }
  | { readonly kind: "rows"; readonly rowOrder: boolean; readonly listOrder: boolean }
  /** `phase` may be "any time", and `detail` may be `*`, which matches any. */
  | { readonly kind: "error"; readonly type: string; readonly phase: string; readonly detail: string }
  | { readonly kind: "unknown" };

/** Reads a step, without its keyword, in every form that the TCK's README and feature files use. */
export function readStep(text: string): StepMeaning {
  // A step with a table or text below it ends with a colon, perhaps after a space.
  const line = text.trim().replaceAll(/\s+/g, " ").replace(/ ?:$/, "");
  const error = /^an? (\w+) should be raised at (compile time|runtime|any time) ?: ?(\S+)$/.exec(line);
  if (error !== null) {
    const [, type = "", phase = "", detail = ""] = error;
    return { kind: "error", type, phase, detail };
  }
  const procedure = /^there exists a procedure (.+)$/.exec(line);
  if (procedure !== null) return { kind: "procedure", signature: procedure[1] ?? "" };
  if (line === "an empty graph" || line === "any graph") return { kind: "graph", name: undefined };
  const graph = /^the (\S+) graph$/.exec(line);
  if (graph !== null) return { kind: "graph", name: graph[1] };
  const query = /^(?:(?:after )?(having executed)|executing (?:control )?query)(?: ?:(.*))?$/s.exec(
    text.trim(),
  );
  if (query !== null) {
    const [, setUp, rest = ""] = query;
    return {
      kind: setUp === undefined ? "query" : "set-up",
      rest: rest.trim() === "" ? undefined : rest.trim(),
    };
  }
  if (/^parameters(?: are)?$|^parameter values are$/.test(line)) return { kind: "parameters" };
  if (line === "the result should be empty") return { kind: "no rows" };
  if (line === "no side effects" || line === "the side effects should be") return { kind: "side effects" };
  const rows =
    /^the result should be(, in any order|, in order)?( \(ignoring element order for lists\))?$/.exec(line);
  if (rows !== null) {
    return { kind: "rows", rowOrder: rows[1] === ", in order", listOrder: rows[2] === undefined };
  }
  return { kind: "unknown" };
}
