import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCases } from "../cases/read-cases.ts";

/** A query text, and the statements that make its graph; without statements it runs on the fuzzer's default graph. */
export interface Query {
  readonly text: string;
  readonly graph: readonly string[];
}

/**
 * Reads the queries to mutate: those of the case files, with their graphs, and of the examples.
 *
 * @param root the project folder
 */
export function readCorpus(root: string): Query[] {
  const cases = files(join(root, "test/cases"), ".case").flatMap((file) => readCases(file));
  const examples = files(join(root, "examples"), ".cypher").map((text) => ({ text, graph: [] }));
  return [...cases.map(({ query, graph }) => ({ text: query, graph })), ...examples].filter(
    ({ text }) => text.length < MAX_LENGTH,
  );
}

/** Maximum length of a text. Longer texts test something special; mutating them takes time and finds little. */
const MAX_LENGTH = 2000;

function files(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
