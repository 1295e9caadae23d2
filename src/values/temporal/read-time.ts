import { LocalTime } from "./local-time.ts";

/** Hours, minutes, seconds and up to nine digits of a fraction; extended, then basic format. */
const FORMS = [
  /^T?(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?$/i,
  /^T?(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?)?$/i,
];

/**
 * A time of day in ISO 8601; what is left out at the end is 0. Undefined where the text has none of the forms.
 *
 * @throws CypherError `InvalidArgumentValue` where a component is out of its range
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
