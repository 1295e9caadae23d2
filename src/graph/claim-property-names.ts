/**
 * Properties of a claim's relationship that have a fixed meaning. All others are qualifiers, which the claim's type
 * declares in addition to subject and object, such as the place of a meeting.
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
