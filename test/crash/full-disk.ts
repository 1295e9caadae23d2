import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";
import type { Scenario } from "./scenarios.ts";

const PAGE = 4096;
/** Size of the disk in bytes: more than any of the commands needs. */
const SIZE = 4 << 20;

export interface DiskOutcome {
  /** Number of runs that failed because the disk was full. */
  readonly full: number;
  readonly violations: readonly string[];
}

/** Mounts a small disk at `folder`; returns the reason if that is not possible. */
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
 * Runs a command on a disk with more and more free space, until it succeeds. Each run without enough space must keep
 * the old content, exit with code 1, print the reason and leave no other files.
 */
export async function fillDisk(scenario: Scenario, disk: string, data: string): Promise<DiskOutcome> {
  const violations: string[] = [];
  const folder = mkdtempSync(join(disk, "full-"));
  scenario.prepare(folder, data);
  const before = namesIn(folder).sort();
  let full = 0;
  for (let pages = 0; ; pages += 1 + (pages >> 2)) {
    const filler = fillExcept(disk, pages);
    const { code, stderr } = await runProgram(scenario.command(folder, data));
    rmSync(filler);
    const state = await scenario.state(folder).catch(String);
    if (code === 0 && state === "new") break;
    full++;
    const at = `with ${pages} free pages`;
    // A prompt continues without a history, and says why.
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

/** Writes a file that leaves `pages` pages of the disk free, and returns its path. */
function fillExcept(disk: string, pages: number): string {
  const { bfree, bsize } = statfsSync(disk);
  const filler = join(disk, "filler");
  writeFileSync(filler, Buffer.alloc(Math.max(0, bfree * bsize - pages * PAGE)));
  return filler;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}
