/**
 * Properties that have a meaning of their own on a claim's relationship. All others are its qualifiers: what its type
 * declares beside subject and object, such as the place of a meeting.
 */
export const CLAIM_PROPERTIES = [
  "claim",
  "article",
  "claimant",
  "via",
  "stance",
  "modality",
  "assessment",
  "when",
  "from",
  "to",
  "said",
  "gist",
  "start",
  "end",
  "sha256",
  "answers",
  "reports",
] as const;

export type ClaimProperty = (typeof CLAIM_PROPERTIES)[number];
