/**
 * Entities → warnings if two may be the same: their names have the same words in another order, the same letters with
 * other punctuation between them, or differ by one letter. Names that differ in a digit are distinct (a summit of 2024
 * and one of 2025), and in a short name a single letter matters (Iran, Iraq).
 */
import type { Fault } from "../diagnostics/fault.ts";
import { locate } from "../diagnostics/span.ts";
import { foldName } from "../graph/fold-name.ts";
import type { DeclaredEntity } from "./read-entities.ts";
import { reportInto } from "./report.ts";

/** Minimum number of letters for a one-letter difference to be ignored. */
const LONG_NAME = 6;

/** A warning at the later of two entities whose names are almost the same. */
export function nearDuplicateFaults(declarations: readonly DeclaredEntity[]): readonly Fault[] {
  const faults: Fault[] = [];
  const byKey = new Map<string, DeclaredEntity[]>();
  for (const declared of declarations) {
    const letters = lettersOf(declared.entity.name);
    const keys = new Set([wordKey(declared.entity.name), ...letterKeys(letters)]);
    const candidates = new Set([...keys].flatMap((key) => byKey.get(key) ?? []));
    for (const other of candidates) {
      if (isNear(declared.entity.name, other.entity.name)) warn(declared, other, faults);
    }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), declared]);
  }
  return faults;
}

function warn({ entity, source, span }: DeclaredEntity, other: DeclaredEntity, faults: Fault[]): void {
  const { line } = locate(other.source.text, other.span.start);
  const place = `${other.source.path}:${line}`;
  const met = `${entity.name} is almost the same name as ${other.entity.name} (${place})`;
  const hint = "if both are the same entity, make one name an alias of the other";
  reportInto(faults, source)("near-duplicate", span, met, hint);
}

function isNear(a: string, b: string): boolean {
  if (wordKey(a) === wordKey(b)) return true;
  const [first, second] = [lettersOf(a), lettersOf(b)];
  if (digitsOf(first) !== digitsOf(second)) return false;
  if (first === second) return true;
  return Math.min(first.length, second.length) >= LONG_NAME && differsByOne(first, second);
}

function wordKey(name: string): string {
  const words = foldName(name).split(/[^\p{L}\p{N}]+/u);
  return `words ${words
    .filter((word) => word !== "")
    .sort()
    .join(" ")}`;
}

function lettersOf(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}]/gu, "");
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** Keys of which two texts that differ by one letter share at least one: the text itself, or without one letter. */
function letterKeys(letters: string): readonly string[] {
  if (letters.length < LONG_NAME) return [letters];
  return [letters, ...Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1))];
}

/** Whether one letter is replaced, removed or added, or two adjacent letters are swapped. */
function differsByOne(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (inA.length <= 1 && inB.length <= 1) return true;
  return inA.length === 2 && inA[0] === inB[1] && inA[1] === inB[0] && inB.length === 2;
}
