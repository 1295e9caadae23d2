import type { Notification } from "../diagnostics/notification.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Notes dates without quotes. `2025-10-12` is a subtraction that returns 2003: valid, but rarely intended. (With a
 * month or day below ten, as in `2025-05-01`, it is a syntax error, since 05 is not a number.)
 *
 * @param text a query that can be parsed
 */
export function unquotedDates(text: string): Notification[] {
  if (!DATE.test(text)) return [];
  const tokens = tokenize(text);
  return tokens.flatMap((first, at): Notification[] => {
    const parts = tokens.slice(at, at + 5);
    const date = parts.map(({ source }) => source).join("");
    if (parts.length < 5 || !WHOLE_DATE.test(date)) return [];
    // With blanks, or as part of a longer sum, it is meant as a subtraction.
    const last = parts[4] as Token;
    if (last.end - first.start !== date.length || isMinus(tokens[at - 1]) || isMinus(tokens[at + 5]))
      return [];
    const span = { start: first.start, end: last.end };
    const message = `${date} is a subtraction, not a date`;
    return [{ code: "unquoted-date", message, span, hint: `write '${date}', or date('${date}')` }];
  });
}

const DATE = /\d{4}-\d{2}-\d{2}/;
const WHOLE_DATE = /^[12]\d{3}-1[0-2]-(?:[12]\d|3[01])$/;

function isMinus(token: Token | undefined): boolean {
  return token?.text === "-";
}
