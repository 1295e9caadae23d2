/**
 * Names of temporary files: `report.gexf.5f3c21aa-4711-9d2e41c07b6a.tmp` belongs to process 4711 on machine 5f3c21aa. A
 * killed process leaves such a file behind, and the next process that writes into the folder knows from the name that
 * it is abandoned.
 */
import { randomBytes } from "node:crypto";
import { readlinkSync } from "node:fs";
import { stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** Regular expression for tokens made by {@link newToken}. */
export const TOKEN = "[0-9a-f]{8}-\\d+-[0-9a-f]{12}";
const WHOLE_TOKEN = new RegExp(`^${TOKEN}$`);
const TEMPORARY = new RegExp(`\\.(${TOKEN})\\.tmp$`);

/** A day, in milliseconds: no write takes that long. */
const LONGEST_WRITING = 24 * 60 * 60 * 1000;

/** Maximum number of bytes of a file name. */
const LONGEST_NAME = 255;

/** A unique token for one write, which also identifies the process. */
export function newToken(): string {
  return `${machine()}-${process.pid}-${randomBytes(6).toString("hex")}`;
}

export function isToken(text: string): boolean {
  return WHOLE_TOKEN.test(text);
}

/** A temporary name for the file `name`. */
export function temporaryName(name: string): string {
  const ending = `.${newToken()}.tmp`;
  // A long name and the ending together would exceed the limit.
  const isLong = Buffer.byteLength(name) + ending.length > LONGEST_NAME;
  return `${isLong ? hexOf(name) : name}${ending}`;
}

/** The token in the name of a temporary file; `undefined` for all other names. */
export function tokenOfTemporary(name: string): string | undefined {
  return TEMPORARY.exec(name)?.[1];
}

/**
 * Whether the process that wrote a file with this token has ended. For a process on another machine this is unknown;
 * its files count as abandoned after a day.
 */
export async function isAbandoned(folder: string, name: string, token: string): Promise<boolean> {
  const entry = await stat(join(folder, name)).catch(() => undefined);
  if (entry === undefined) return false;
  if (Date.now() - entry.mtimeMs > LONGEST_WRITING) return true;
  const [host, pid] = token.split("-");
  if (host !== machine()) return false;
  // Process ids are reused: a file older than this process was written by another one.
  if (Number(pid) === process.pid) return entry.mtimeMs < Date.now() - process.uptime() * 1000 - 1000;
  return !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Any other error means that the process exists and belongs to another user.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

let knownMachine: string | undefined;

/** Eight hexadecimal digits for a space of process ids: a machine, and on Linux a container. */
function machine(): string {
  knownMachine ??= hexOf(`${hostname()} ${processNamespace()}`);
  return knownMachine;
}

function processNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function hexOf(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}
