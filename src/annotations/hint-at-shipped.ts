import type { Fault } from "../diagnostics/fault.ts";
import { openDocument } from "./open-document.ts";
import { readVocabulary } from "./read-vocabulary.ts";
import type { SourceFile } from "./report.ts";

/**
 * `faults` of annotations whose own vocabulary takes the place of the `shipped` one: those of a type that the shipped
 * one has say so.
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
    const hint = `the shipped vocabulary has ${name}, and yours takes its place; to add to it instead, name an entity type that only it declares`;
    return { ...fault, hint };
  });
}

function isOfType({ code }: Fault): boolean {
  return code === "unknown-type" || code === "unknown-entity-type";
}
