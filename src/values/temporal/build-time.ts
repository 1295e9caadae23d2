import { checkNoneMissing, type Fields, hasAny, integerField } from "./fields.ts";
import { LocalTime } from "./local-time.ts";
import { checkRange } from "./range.ts";

export const SUBSECONDS: readonly string[] = ["millisecond", "microsecond", "nanosecond"];

export const TIME_FIELDS: readonly string[] = ["hour", "minute", "second", ...SUBSECONDS];

/**
 * Builds a time of day from its components. Missing components come from `base`, or without a base are 0; but the parts
 * of a second are replaced together.
 *
 * @throws CypherError `InvalidArgumentValue` if components are missing or out of range
 */
export function buildTime(fields: Fields, base: LocalTime | undefined): LocalTime {
  if (base === undefined) checkNoneMissing(fields, ["hour", "minute", "second", SUBSECONDS]);
  return new LocalTime(
    integerField(fields, "hour") ?? base?.hour ?? 0,
    integerField(fields, "minute") ?? base?.minute ?? 0,
    integerField(fields, "second") ?? base?.second ?? 0,
    buildNanosecond(fields) ?? base?.nanosecond ?? 0,
  );
}

/** The nanosecond of a second from its parts. Each part's range is what the next larger given part leaves. */
export function buildNanosecond(fields: Fields): number | undefined {
  if (!hasAny(fields, SUBSECONDS)) return undefined;
  let nanosecond = 0;
  let left = 1_000_000_000;
  for (const [at, name] of SUBSECONDS.entries()) {
    const unit = [1_000_000, 1000, 1][at] as number;
    const amount = integerField(fields, name);
    if (amount === undefined) continue;
    checkRange(name, amount, 0, left / unit - 1);
    nanosecond += amount * unit;
    left = unit;
  }
  return nanosecond;
}
