import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openGraph } from "../../src/files/open-graph.ts";
import { ImportError } from "../../src/import/import-faults.ts";
import { plainGraph } from "../graph/arbitrary-columns.ts";

/** Result of opening graphs with one changed byte. */
export interface FlipOutcome {
  /** Number of changed graphs that opened as the same graph. */
  readonly opened: number;
  /** Number of changes that were reported, by fault code. */
  readonly reported: ReadonlyMap<string, number>;
  /** Changed bytes that neither caused a fault nor opened as the same graph, or caused another error. */
  readonly violations: readonly string[];
}

/** Number of copies of the graph, which are changed and opened concurrently. */
const COPIES = 16;

/** Opens the graph in `folder` once for every byte of its files and every mask, with that byte XORed with the mask. */
export async function flipBytes(
  folder: string,
  masksOf: (position: number) => readonly number[],
): Promise<FlipOutcome> {
  const outcomes = await Promise.all(
    Array.from({ length: COPIES }, async (_, copy) => {
      const path = `${folder}-copy-${copy}`;
      cpSync(folder, path, { recursive: true });
      const outcome = await flipIn(path, (position) => (position % COPIES === copy ? masksOf(position) : []));
      rmSync(path, { recursive: true });
      return outcome;
    }),
  );
  const reported = new Map<string, number>();
  for (const outcome of outcomes) {
    for (const [code, times] of outcome.reported) reported.set(code, (reported.get(code) ?? 0) + times);
  }
  const opened = outcomes.reduce((sum, outcome) => sum + outcome.opened, 0);
  return { opened, reported, violations: outcomes.flatMap(({ violations }) => violations) };
}

async function flipIn(
  folder: string,
  masksOf: (position: number) => readonly number[],
): Promise<FlipOutcome> {
  const expected = JSON.stringify(plainGraph(await openGraph(folder)));
  const reported = new Map<string, number>();
  const violations: string[] = [];
  let opened = 0;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const whole = readFileSync(path);
    for (const [position, byte] of whole.entries()) {
      for (const mask of masksOf(position)) {
        const changed = Buffer.from(whole);
        changed[position] = byte ^ mask;
        writeFileSync(path, changed);
        const outcome = await openedAs(folder, expected);
        if (outcome.kind === "reported") reported.set(outcome.code, (reported.get(outcome.code) ?? 0) + 1);
        else if (outcome.kind === "same") opened++;
        else violations.push(`${name}, byte ${position} ^ ${mask}: ${outcome.what}`);
      }
    }
    writeFileSync(path, whole);
  }
  return { opened, reported, violations };
}

type Opened =
  | { readonly kind: "same" }
  | { readonly kind: "reported"; readonly code: string }
  | { readonly kind: "violation"; readonly what: string };

async function openedAs(folder: string, expected: string): Promise<Opened> {
  try {
    const found = JSON.stringify(plainGraph(await openGraph(folder)));
    return found === expected ? { kind: "same" } : { kind: "violation", what: "another graph" };
  } catch (error) {
    const code = error instanceof ImportError ? error.faults[0]?.code : undefined;
    return code === undefined ? { kind: "violation", what: String(error) } : { kind: "reported", code };
  }
}
