/** A relationship type as a phrase between two names: `SUPPLIES_WEAPONS_TO` → `supplies weapons to`. */
export function typePhrase(type: string): string {
  return type.replaceAll("_", " ").toLowerCase();
}
