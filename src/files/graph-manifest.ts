import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { ImportError } from "../import/import-faults.ts";
import { isToken } from "./temporary-names.ts";

/**
 * The manifest, which makes the files in a folder one saved graph. A graph is saved at the moment when one rename puts
 * its manifest in place; `save-graph.ts` says how the other files follow.
 *
 * ```json
 * {
 *   "format": "hearsay graph",
 *   "version": 1,
 *   "saved": "5f3c21aa-4711-9d2e41c07b6a",
 *   "files": { "nodes.arrow": { "bytes": 4216, "crc32": "8c5f21d0" }, … }
 * }
 * ```
 */
export const MANIFEST = "manifest.json";

/** The files of a saved graph. */
const GRAPH_FILES = ["nodes.arrow", "relationships.arrow"] as const;
export type GraphFileName = (typeof GRAPH_FILES)[number];

const FORMAT = "hearsay graph";
/** Increased when older versions cannot open newly saved graphs. */
const VERSION = 1;

/**
 * Length and checksum of a file. CRC-32 detects every change within 32 consecutive bits, so any change of one byte, and
 * misses one in four billion other changes. It takes a third of the time of SHA-256, and needs no instructions that
 * older processors lack. It does not protect against tampering: anyone who can write the file can also write the
 * manifest.
 */
export interface FileSeal {
  readonly bytes: number;
  /** Eight hexadecimal digits. */
  readonly crc32: string;
}

export interface GraphManifest {
  /** An id that is also in the metadata of both tables, and different in every other graph. */
  readonly saved: string;
  readonly files: ReadonlyMap<GraphFileName, FileSeal>;
}

export function sealOf(content: Uint8Array): FileSeal {
  return { bytes: content.length, crc32: hexadecimal(crc32(content)) };
}

export function hexadecimal(checksum: number): string {
  return checksum.toString(16).padStart(8, "0");
}

export function manifestText({ saved, files }: GraphManifest): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, saved, files: Object.fromEntries(files) }, null, 2)}\n`;
}

/**
 * Reads the manifest of a graph's folder.
 *
 * @throws ImportError if it is missing although the graph's files are there, or is not a valid manifest
 * @throws the file system's errors
 */
export async function readManifest(folder: string): Promise<GraphManifest> {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (!isAbsent || !(await isThere(join(folder, GRAPH_FILES[0])))) throw error;
    const reason = "this file is missing, so the graph's files cannot be checked";
    throw graphFault(
      path,
      "no-manifest",
      reason,
      "an older version of Hearsay may have saved it: import the graph again",
    );
  }
  return parsedManifest(text, path);
}

function parsedManifest(text: string, path: string): GraphManifest {
  const broken = (reason: string) => graphFault(path, "bad-manifest", reason);
  const manifest = recordOf(parsedJson(text));
  if (manifest["format"] !== FORMAT) throw broken("this is not the manifest of a saved graph");
  if (manifest["version"] !== VERSION) {
    const version = JSON.stringify(manifest["version"]) ?? "absent";
    throw broken(`its version is ${version}, but this version of Hearsay reads ${VERSION}`);
  }
  const { saved } = manifest;
  if (typeof saved !== "string" || !isToken(saved)) throw broken("it does not say which graph it belongs to");
  const files = recordOf(manifest["files"]);
  const seals = GRAPH_FILES.map((name) => {
    const { bytes, crc32: checksum } = recordOf(Object.hasOwn(files, name) ? files[name] : undefined);
    if (typeof bytes !== "number" || typeof checksum !== "string") {
      throw broken(`it has no length and checksum for ${name}`);
    }
    return [name, { bytes, crc32: checksum }] as const;
  });
  return { saved, files: new Map(seals) };
}

/** The error for a file of a saved graph that is missing or has changed. */
export function graphFault(
  file: string,
  code: "no-manifest" | "bad-manifest" | "changed-file",
  message: string,
  hint = "import the graph again",
): ImportError {
  const span = { start: 0, end: 0 };
  return new ImportError([{ severity: "error", code, message, hint, file, text: "", span }]);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
