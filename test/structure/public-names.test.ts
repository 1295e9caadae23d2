import { expect, test } from "vitest";
import { readSource } from "./imports.ts";

/** What `hearsay` and `hearsay/node` export. A name that goes or changes breaks programs: say so in the changelog. */
const PUBLIC_NAMES: Readonly<Record<string, string>> = {
  "hearsay.ts": `
    ArrowFile ArticleReference Claim ClaimGroup ClaimReader CypherDate CypherError DateTime Duration
    Engine EntityKeys ErrorCode ErrorKind ErrorPhase Float GexfOptions GexfVersion GraphColumns
    GraphSources ImportError ImportOptions ImportProgress Limits LinkedClaim LocalDateTime LocalTime
    NamedNode Node NodeColumns Notification Parameters PassageReference Path PreparedQuery
    ProcedureDefinition ProcedureField ProcedureParameter ProcedureType Relationship RelationshipColumns
    Result RowEvidence RunOptions SideEffects Span Temporal TemporalInstant TextSource Time Value
    ValueList ValueMap columnsOfGraph graphFromArrow graphToArrow importGraphText toGexf valueText
  `,
  "node.ts": `
    EntityType Fault FileError FileProgress GraphFiles ImportError ImportFilesOptions LoadOptions
    LoadedAnnotations LoadedCounts Qualifier RelationshipType Vocabulary importGraph loadAnnotations
    openGraph renderFault saveGraph
  `,
};

/** Every exported name, types too. The entry files hold nothing but re-exports. */
function exportedNames(file: string): string[] {
  return [...readSource(file).matchAll(/export (?:type )?\{([^}]*)\}/g)]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.replace("type ", "").trim())
    .filter((name) => name !== "")
    .sort();
}

test.each(Object.entries(PUBLIC_NAMES))("%s exports these names and no others", (file, names) => {
  expect(exportedNames(file)).toEqual(names.trim().split(/\s+/).sort());
});
