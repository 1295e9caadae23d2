import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";
import type { Scenario } from "./scenarios.ts";

const PAGE = 4096;
/** More than any of the commands needs. */
const SIZE = 4 << 20;

export interface DiskOutcome {
  /** How often a command met the full disk. */
  readonly full: number;
  readonly violations: readonly string[];
}

/** Why there can be no small disk; `undefined` if `folder` is one now. */
export function mountSmallDisk(folder: string): string | undefined {
  mkdirSync(folder);
  if (process.platform !== "linux") return "a small disk is mounted on Linux only";
  if (process.getuid?.() !== 0) return "only root can mount a small disk";
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder], { stdio: "pipe" });
    return undefined;
  } catch (error) {
    return `no disk can be mounted here: ${String((error as { stderr?: unknown }).stderr ?? error).trim()}`;
  }
}

export function unmountSmallDisk(folder: string): void {
  execFileSync("umount", [folder]);
}

/**
 * Runs a command on a disk with ever more room, until it succeeds. Without enough the old content stays, the exit code
 * is 1, the reason is told, and nothing is left over.
 */
export async function fillDisk(scenario: Scenario, disk: string, data: string): Promise<DiskOutcome> {
  const violations: string[] = [];
  const folder = mkdtempSync(join(disk, "full-"));
  scenario.prepare(folder, data);
  const before = namesIn(folder).sort();
  let full = 0;
  for (let pages = 0; ; pages += 1 + (pages >> 2)) {
    const filler = fillBut(disk, pages);
    const { code, stderr } = await runProgram(scenario.command(folder, data));
    rmSync(filler);
    const state = await scenario.state(folder).catch(String);
    if (code === 0 && state === "new") break;
    full++;
    const at = `with ${pages} free pages`;
    // A prompt goes on without a history, and says why.
    if (code !== 1 || !/no space is left|ENOSPC/.test(stderr) || /^\s+at /m.test(stderr)) {
      violations.push(`${at}: exit code ${code}: ${stderr}`);
    }
    if (state !== "old") violations.push(`${at}: ${state}`);
    const names = namesIn(folder).sort();
    if (names.join() !== before.join()) violations.push(`${at}: left over: ${names.join()}`);
    if (pages * PAGE > SIZE) {
      violations.push("it never succeeds");
      break;
    }
  }
  rmSync(folder, { recursive: true });
  return { full, violations };
}

/** Writes a file that leaves so many pages of the disk free, and gives its path. */
function fillBut(disk: string, pages: number): string {
  const { bfree, bsize } = statfsSync(disk);
  const filler = join(disk, "filler");
  writeFileSync(filler, Buffer.alloc(Math.max(0, bfree * bsize - pages * PAGE)));
  return filler;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}
