/**
 * Names of temporary files: `report.gexf.5f3c21aa-4711-9d2e41c07b6a.tmp` is of process 4711 on the machine 5f3c21aa.
 * A process that is killed leaves such a file behind, and the next one that writes into the folder can tell from its
 * name that nobody will ever rename it.
 */
import { randomBytes } from "node:crypto";
import { readlinkSync } from "node:fs";
import { stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** What {@link newToken} gives, for a regular expression. */
export const TOKEN = "[0-9a-f]{8}-\\d+-[0-9a-f]{12}";
const WHOLE_TOKEN = new RegExp(`^${TOKEN}$`);
const TEMPORARY = new RegExp(`\\.(${TOKEN})\\.tmp$`);

/** A day in milliseconds: nothing takes that long to write. */
const LONGEST_WRITING = 24 * 60 * 60 * 1000;

/** Bytes of a name that file systems allow. */
const LONGEST_NAME = 255;

/** A text that no other writing has, and that says which process it is of. */
export function newToken(): string {
  return `${machine()}-${process.pid}-${randomBytes(6).toString("hex")}`;
}

export function isToken(text: string): boolean {
  return WHOLE_TOKEN.test(text);
}

/** The name of a temporary file for a file of this name. */
export function temporaryName(name: string): string {
  const ending = `.${newToken()}.tmp`;
  // A name that is nearly too long leaves no room for the ending.
  const isLong = Buffer.byteLength(name) + ending.length > LONGEST_NAME;
  return `${isLong ? hexOf(name) : name}${ending}`;
}

/** The token in the name of a temporary file; `undefined` for all other names. */
export function tokenOfTemporary(name: string): string | undefined {
  return TEMPORARY.exec(name)?.[1];
}

/**
 * Whether the process that wrote a file under this token has ended. Of a process on another machine that cannot be
 * known; its files are abandoned after a day.
 */
export async function isAbandoned(folder: string, name: string, token: string): Promise<boolean> {
  const entry = await stat(join(folder, name)).catch(() => undefined);
  if (entry === undefined) return false;
  if (Date.now() - entry.mtimeMs > LONGEST_WRITING) return true;
  const [host, pid] = token.split("-");
  if (host !== machine()) return false;
  // Numbers of processes are used again: what is older than this process is not of this process.
  if (Number(pid) === process.pid) return entry.mtimeMs < Date.now() - process.uptime() * 1000 - 1000;
  return !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything but this means that the process is there, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

let knownMachine: string | undefined;

/** Eight digits for where numbers of processes mean the same: a machine, and on Linux a container. */
function machine(): string {
  knownMachine ??= hexOf(`${hostname()} ${processSpace()}`);
  return knownMachine;
}

function processSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function hexOf(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}
