import { CommandFailure } from "./command-failure.ts";
import { type PlacedStatement, placedStatements } from "./placed-statements.ts";
import { readQueryFile, readQueryStream } from "./read-query.ts";
import type { Terminal } from "./terminal.ts";

/** Where the command line says that its query stands. */
export type QuerySource =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "stdin" };

/** The statements that `source` holds, at least one. Throws {@link CommandFailure}. */
export async function readStatements(source: QuerySource, terminal: Terminal): Promise<PlacedStatement[]> {
  const statements = placedStatements(await readText(source, terminal));
  if (statements.length === 0) throw new CommandFailure(`${sourceName(source)}: there is no query in it`);
  return statements;
}

function readText(source: QuerySource, { stdin }: Terminal): Promise<string> | string {
  if (source.kind === "text") return source.text;
  return source.kind === "file" ? readQueryFile(source.path) : readQueryStream(stdin);
}

function sourceName(source: QuerySource): string {
  if (source.kind === "text") return "-c";
  return source.kind === "file" ? source.path : "standard input";
}
