/**
 * Properties that have a meaning of their own on a claim. All others are its qualifiers: what its type declares
 * beside subject and object, such as the place of a meeting.
 */
const OWN_PROPERTIES: ReadonlySet<string> = new Set(
  (
    "claim article claimant via stance modality assessment when said gist from to start end sha256 " +
    "answers reports"
  ).split(" "),
);

export function isQualifier(property: string): boolean {
  return !OWN_PROPERTIES.has(property);
}
