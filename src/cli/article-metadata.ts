/** Metadata of an article, from options or from answers, and its validation. */
import { ID } from "../annotations/entity-id.ts";
import { isWebAddress } from "../annotations/read-article.ts";
import { isDate, readDate } from "../annotations/read-date.ts";

/** Fields of an article, in the order of the questions. */
export interface GivenMetadata {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly date?: string | undefined;
  readonly author?: readonly string[] | undefined;
  readonly url?: string | undefined;
}

/** Why `text` is not a valid EDTF date; `undefined` if it is one. */
export function dateProblem(text: string): string | undefined {
  const date = readDate(text);
  return isDate(date) ? undefined : `${date.message}; ${date.hint}`;
}

export function urlProblem(text: string): string | undefined {
  return isWebAddress(text) ? undefined : "this is not a full http or https address";
}

export function idProblem(text: string): string | undefined {
  return ID.test(text) ? undefined : "an id may contain only letters, digits, hyphens, dots and underscores";
}

/** `text` on one line, without control characters, as the annotation format requires. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ").trim();
}
