/**
 * The stances that speak against a triple; the only place that defines them. All other stances affirm it: to accuse,
 * warn or pledge is to say that it is so, or will be. This includes the stances of a custom vocabulary.
 */
const DENYING_STANCES: ReadonlySet<unknown> = new Set(["denied", "disputed", "rejected"]);
/** Assessments by an article that speak against what it reports. */
const REFUTING_ASSESSMENTS: ReadonlySet<unknown> = new Set(["false", "inaccurate"]);

/** Whether a claimant with this stance says that the triple is untrue. */
export function isDenying(stance: unknown): boolean {
  return DENYING_STANCES.has(stance);
}

/** Whether an article with this assessment judges a reported claim untrue. */
export function isRefuting(assessment: unknown): boolean {
  return REFUTING_ASSESSMENTS.has(assessment);
}
