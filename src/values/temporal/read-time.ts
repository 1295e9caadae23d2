import { LocalTime } from "./local-time.ts";

/** Hours, minutes, seconds and a fraction of up to nine digits; extended format, then basic format. */
const FORMS = [
  /^T?(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?$/i,
  /^T?(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?)?$/i,
];

/**
 * Reads a time of day in ISO 8601. Components omitted at the end are 0. Returns undefined if the text has none of the
 * forms.
 *
 * @throws CypherError `InvalidArgumentValue` if a component is out of range
 */
export function readTime(text: string): LocalTime | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const [, hour, minute = "0", second = "0", fraction = ""] = match;
    return new LocalTime(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(9, "0")));
  }
  return undefined;
}
