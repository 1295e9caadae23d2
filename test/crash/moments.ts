import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runProgram, type Stop } from "./run-program.ts";
import type { Scenario } from "./scenarios.ts";

/** How a command was stopped, and the result. */
export interface Outcome {
  readonly scenario: Scenario;
  readonly stop: Stop;
  readonly state: "old" | "new" | undefined;
  readonly violations: readonly string[];
}

/** The names of a command's file operations. */
export async function operationsOf(
  scenario: Scenario,
  base: string,
  data: string,
): Promise<readonly string[]> {
  const folder = prepared(scenario, base, data);
  const list = `${folder}.operations`;
  const { code, stderr } = await runProgram(scenario.command(folder, data), { at: `count:0:${list}` });
  if (code !== 0) throw new Error(`${scenario.name}: ${stderr}`);
  return readFileSync(list, "utf8").split(" ");
}

/** Stops a command once, checks the folder, and runs the command again to its end. */
export async function stopOnce(scenario: Scenario, base: string, data: string, stop: Stop): Promise<Outcome> {
  const folder = prepared(scenario, base, data);
  const before = namesIn(folder);
  const violations: string[] = [];
  const ended = await runProgram(scenario.command(folder, data), stop);
  if (/^\s+at .*:\d+/m.test(ended.stderr)) violations.push(`a stack trace: ${ended.stderr}`);
  const state = await stateOf(scenario, folder, violations);
  const isKilled = ended.signal === "SIGKILL";
  // Only kill -9 may leave temporary files, and only until the next run.
  if (!isKilled) violations.push(...rest(folder, [...before, ...scenario.left]));
  if (stop.at?.startsWith("fail") && ended.code !== 0 && !/: [a-z].*; /.test(ended.stderr)) {
    violations.push(`no reason with a hint: ${ended.stderr}`);
  }
  const again = await runProgram(scenario.command(folder, data));
  const isRefused = scenario.isOnce === true && state === "new";
  if (again.code !== (isRefused ? 1 : 0)) violations.push(`the next run fails: ${again.stderr}`);
  if ((await stateOf(scenario, folder, violations)) !== "new")
    violations.push("the next run has not written");
  violations.push(...rest(folder, scenario.left));
  rmSync(folder, { recursive: true });
  return { scenario, stop, state, violations };
}

async function stateOf(
  scenario: Scenario,
  folder: string,
  violations: string[],
): Promise<"old" | "new" | undefined> {
  try {
    return await scenario.state(folder);
  } catch (error) {
    violations.push(String(error));
    return undefined;
  }
}

function prepared(scenario: Scenario, base: string, data: string): string {
  const folder = mkdtempSync(join(base, "moment-"));
  mkdirSync(folder, { recursive: true });
  scenario.prepare(folder, data);
  return folder;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

function rest(folder: string, allowed: readonly string[]): string[] {
  return namesIn(folder)
    .filter((name) => !allowed.includes(name))
    .map((name) => `left over: ${name}`);
}
