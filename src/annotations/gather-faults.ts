import { type Fault, renderFault } from "../diagnostics/fault.ts";
import { locate } from "../diagnostics/span.ts";

/** Codes of faults about a name, which may be wrong or undeclared everywhere it is used. */
const OF_NAMES =
  /^(unknown-(entity|type|entity-type|qualifier|stance|modality|assessment|reason)|ambiguous-alias|yaml-anchor)$/;

/** Maximum number of other places listed. */
const MOST_PLACES = 6;

/**
 * Renders `faults` in their order with `renderFault`. Several faults about one name become one, with the places of the
 * others below it: an entity that is not declared yet may be in every second claim.
 */
export function gatheredFaults(faults: readonly Fault[]): readonly string[] {
  const byName = new Map<string, Fault[]>();
  const gathered: Fault[][] = [];
  for (const fault of faults) {
    const name = OF_NAMES.test(fault.code) ? `${fault.code} ${fault.message.toLowerCase()}` : undefined;
    const earlier = name === undefined ? undefined : byName.get(name);
    if (earlier !== undefined) {
      earlier.push(fault);
      continue;
    }
    const group = [fault];
    gathered.push(group);
    if (name !== undefined) byName.set(name, group);
  }
  return gathered.map(([first, ...others]) =>
    others.length === 0
      ? renderFault(first as Fault)
      : `${renderFault(first as Fault)}\n   ${placesText(others)}`,
  );
}

/** `also at claims/a.yaml:12, 15, claims/b.yaml:3 and 4 more places`. */
function placesText(faults: readonly Fault[]): string {
  let file: string | undefined;
  const places = faults.slice(0, MOST_PLACES).map((fault) => {
    const line = locate(fault.text, fault.span.start).line + (fault.firstLine ?? 1) - 1;
    const place = fault.file === file ? String(line) : `${fault.file}:${line}`;
    file = fault.file;
    return place;
  });
  const left = faults.length - places.length;
  const more = left === 0 ? "" : ` and ${left} more ${left === 1 ? "place" : "places"}`;
  return `also at ${places.join(", ")}${more}`;
}
