export { type ArrowFile, graphFromArrow } from "./arrow/read-arrow.ts";
export { graphToArrow } from "./arrow/write-arrow.ts";
export type {
  ArticleReference,
  Claim,
  ClaimGroup,
  LinkedClaim,
  NamedNode,
  PassageReference,
} from "./claims/claim.ts";
export type { ClaimReader } from "./claims/claim-reader.ts";
export { CypherError } from "./diagnostics/cypher-error.ts";
export type { ErrorCode, ErrorKind, ErrorPhase } from "./diagnostics/error-codes.ts";
export type { Notification } from "./diagnostics/notification.ts";
export type { Span } from "./diagnostics/span.ts";
export { Engine, type Parameters, type PreparedQuery, type RunOptions } from "./engine.ts";
export type { Limits } from "./execute/query-budget.ts";
export type { Result, RowEvidence } from "./execute/result.ts";
export type { SideEffects } from "./execute/side-effects.ts";
export type {
  ProcedureDefinition,
  ProcedureField,
  ProcedureParameter,
  ProcedureType,
} from "./functions/procedure.ts";
export { columnsOfGraph } from "./graph/columns-of-graph.ts";
export type { EntityKeys, GraphColumns, NodeColumns, RelationshipColumns } from "./graph/graph-columns.ts";
export { ImportError } from "./import/import-faults.ts";
export {
  type GraphSources,
  type ImportOptions,
  type ImportProgress,
  importGraphText,
} from "./import/import-graph.ts";
export type { TextSource } from "./import/text-source.ts";
export { type GexfOptions, type GexfVersion, toGexf } from "./output/graph/gexf.ts";
export { Float } from "./values/float.ts";
export { CypherDate } from "./values/temporal/date.ts";
export { DateTime } from "./values/temporal/date-time.ts";
export { Duration } from "./values/temporal/duration.ts";
export { LocalDateTime } from "./values/temporal/local-date-time.ts";
export { LocalTime } from "./values/temporal/local-time.ts";
export type { Temporal, TemporalInstant } from "./values/temporal/temporal.ts";
export { Time } from "./values/temporal/time.ts";
export type { Value, ValueList, ValueMap } from "./values/value.ts";
export { Node, Path, Relationship } from "./values/value.ts";
export { valueText } from "./values/value-text.ts";
