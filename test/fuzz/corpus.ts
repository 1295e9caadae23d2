import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCases } from "../cases/read-cases.ts";

/** A text to be run, and the statements that make the graph it runs on; without any, the fuzzer's own graph. */
export interface Query {
  readonly text: string;
  readonly graph: readonly string[];
}

/**
 * The queries that are mutated: those of the case files, with their graphs, and of the examples.
 *
 * @param root the project's folder
 */
export function readCorpus(root: string): Query[] {
  const cases = files(join(root, "test/cases"), ".case").flatMap((file) => readCases(file));
  const examples = files(join(root, "examples"), ".cypher").map((text) => ({ text, graph: [] }));
  return [...cases.map(({ query, graph }) => ({ text: query, graph })), ...examples].filter(
    ({ text }) => text.length < MAX_LENGTH,
  );
}

/** Longer texts are long for a reason of their own; mutated they take time and find little. */
const MAX_LENGTH = 2000;

function files(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
