/** Reasons for a sentence without a claim. The list is closed, so that two annotators choose the same reason. */
export const OMISSION_REASONS = {
  boilerplate: "page elements: navigation, sign-up forms, prompts, reading time, legal notices",
  heading: "a headline, heading or teaser that says no more than the text below it",
  repeats: "repeats another sentence of the article, and adds nothing",
  "other-article": "belongs to another article that the page shows: a news feed, a list of further reading",
  "no-claim": "states nothing that could be true or false: a question, a greeting, an exclamation",
  "no-type": "states something that no type of the vocabulary can express; its note says what",
} as const satisfies Record<string, string>;

export type OmissionReason = keyof typeof OMISSION_REASONS;

export function isOmissionReason(text: string): text is OmissionReason {
  return Object.hasOwn(OMISSION_REASONS, text);
}
