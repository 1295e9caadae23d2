import { CLAIM_PROPERTIES } from "../graph/claim-property-names.ts";

const OWN_PROPERTIES: ReadonlySet<string> = new Set(CLAIM_PROPERTIES);

/** Whether a property of a claim is a qualifier, which its type declares, such as the place of a meeting. */
export function isQualifier(property: string): boolean {
  return !OWN_PROPERTIES.has(property);
}
