import type { Fault } from "../diagnostics/fault.ts";
import { openDocument } from "./open-document.ts";
import { readVocabulary } from "./read-vocabulary.ts";
import type { SourceFile } from "./report.ts";

/**
 * Adds a hint to each fault about an unknown type that the `shipped` vocabulary has. `faults` are those of annotations
 * whose own vocabulary replaces the shipped one.
 */
export function hintAtShipped(faults: readonly Fault[], shipped: SourceFile): readonly Fault[] {
  if (!faults.some(isOfType)) return faults;
  const document = openDocument(shipped, []);
  const { relationshipTypes, entityTypes } = readVocabulary(document === undefined ? [] : [document]);
  return faults.map((fault) => {
    if (!isOfType(fault)) return fault;
    const name = fault.text.slice(fault.span.start, fault.span.end).replace(/^["']|["']$/g, "");
    const types = fault.code === "unknown-type" ? relationshipTypes : entityTypes;
    if (!types.has(name)) return fault;
    const hint = `the shipped vocabulary has ${name}, but yours replaces it; to extend it instead, name an entity type that only it declares`;
    return { ...fault, hint };
  });
}

function isOfType({ code }: Fault): boolean {
  return code === "unknown-type" || code === "unknown-entity-type";
}
