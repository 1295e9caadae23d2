/**
 * Which claims speak against their triple: the only place that tells. All stances but these uphold it (who accuses,
 * warns or pledges says that it is, or will be, so), also those of a vocabulary of one's own.
 */
const DENYING_STANCES: ReadonlySet<unknown> = new Set(["denied", "disputed", "rejected"]);
/** An article's own verdicts that speak against what it reports. */
const REFUTING_ASSESSMENTS: ReadonlySet<unknown> = new Set(["false", "inaccurate"]);

/** Whether a claimant with this stance says that the triple is not so. */
export function isDenying(stance: unknown): boolean {
  return DENYING_STANCES.has(stance);
}

/** Whether an article with this verdict judges untrue what it reports. */
export function isRefuting(assessment: unknown): boolean {
  return REFUTING_ASSESSMENTS.has(assessment);
}
