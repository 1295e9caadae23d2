/** What users may give of an article, at the command line or when asked, and the rules for it. */
import { ID } from "../annotations/entity-id.ts";
import { isWebAddress } from "../annotations/read-article.ts";
import { isDate, readDate } from "../annotations/read-date.ts";

/** Fields of an article in the order in which they are asked for. */
export interface GivenMetadata {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly date?: string | undefined;
  readonly author?: readonly string[] | undefined;
  readonly url?: string | undefined;
}

/** What is wrong with a date in EDTF, or `undefined`. */
export function dateProblem(text: string): string | undefined {
  const date = readDate(text);
  return isDate(date) ? undefined : `${date.message}; ${date.hint}`;
}

export function urlProblem(text: string): string | undefined {
  return isWebAddress(text) ? undefined : "it is no http or https address in full";
}

export function idProblem(text: string): string | undefined {
  return ID.test(text) ? undefined : "an id has letters, digits, hyphens, dots and underscores";
}

/** `text` on one line, without control characters: what the format takes as a text. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
}
