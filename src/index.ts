export { CypherError } from "./diagnostics/cypher-error.ts";
export type { ErrorCode, ErrorKind, ErrorPhase } from "./diagnostics/error-codes.ts";
export type { Span } from "./diagnostics/span.ts";
export { Engine, type Parameters, type PreparedQuery } from "./engine.ts";
export type { Notification, Result } from "./execute/result.ts";
export { Float } from "./values/float.ts";
export type { Value, ValueList, ValueMap } from "./values/value.ts";
export { Node, Path, Relationship } from "./values/value.ts";
export { valueText } from "./values/value-text.ts";
