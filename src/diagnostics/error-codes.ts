/** The classes of error that openCypher's test kit names, and `ResourceError`, which is ours. */
export type ErrorKind =
  | "SyntaxError"
  | "SemanticError"
  | "TypeError"
  | "ArgumentError"
  | "ArithmeticError"
  | "EntityNotFound"
  | "ConstraintVerificationFailed"
  | "ParameterMissing"
  | "ProcedureError"
  | "ResourceError";

/** When an error is found: before anything runs, or while rows are made. */
export type ErrorPhase = "compile time" | "runtime";

/** What an error code stands for. */
export interface ErrorMeaning {
  readonly kind: ErrorKind;
  readonly phase: ErrorPhase;
  /** The kit's detail, where it is another word than the code: the kit uses some details in several phases. */
  readonly detail?: string;
  readonly meaning: string;
}

/**
 * Every error code, in the words of the kit. Errors are made from this table only, so that it is the whole
 * list. Codes that the kit does not have are marked (extension).
 */
export const ERROR_CODES = {
  ...syntaxErrors({
    UnexpectedSyntax: "the text is not openCypher at this place",
    InvalidNumberLiteral: "a number is not written as openCypher writes it",
    InvalidUnicodeLiteral: "an escape names no Unicode character",
    InvalidUnicodeCharacter: "a character looks like a symbol of the language and is another",
    IntegerOverflow: "an integer literal does not fit into 64 bits",
    FloatingPointOverflow: "a float literal is too large for a double",
    UndefinedVariable: "a variable is used that nothing before it binds",
    VariableAlreadyBound: "a variable is bound again where it must be new",
    VariableTypeConflict: "a variable is used as two kinds of thing",
    RelationshipUniquenessViolation: "one relationship variable stands twice in a pattern",
    InvalidRelationshipPattern: "the length of a relationship pattern is not written as openCypher writes it",
    ColumnNameConflict: "two columns have the same name",
    DifferentColumnsInUnion: "the queries that UNION joins have different columns",
    NoExpressionAlias: "an expression in WITH has no AS name",
    NoVariablesInScope: "* is used where no variable is bound",
    InvalidAggregation: "an aggregate stands where none is allowed",
    NestedAggregation: "an aggregate stands inside another",
    AmbiguousAggregationExpression: "an expression mixes aggregates with values that are not grouped by",
    NonConstantExpression: "SKIP or LIMIT depends on the row",
    NegativeIntegerArgument: "SKIP or LIMIT is negative",
    UnknownFunction: "no function has this name",
    InvalidNumberOfArguments: "a function or procedure is called with too few or too many arguments",
    InvalidArgumentType: "an operand or argument can be seen to have the wrong type",
    InvalidArgumentPassingMode: "a procedure inside a query is called without brackets",
    NoSingleRelationshipType: "a relationship to be created needs exactly one type",
    RequiresDirectedRelationship: "a relationship to be created needs a direction",
    CreatingVarLength: "a relationship of variable length cannot be created",
    InvalidParameterUse: "a parameter stands where a map must be written out",
    InvalidDelete: "something is deleted that is no node, relationship or path",
    InvalidClauseComposition: "clauses stand in an order that openCypher does not allow",
    InvalidShortestPath: "a shortest path is asked for that cannot be searched (extension)",
    NestingTooDeep: "expressions are nested too deeply to be evaluated (extension)",
    QueryTooLong: "the query text is longer than the engine reads (extension)",
  }),
  MissingParameter: {
    kind: "ParameterMissing",
    phase: "compile time",
    meaning: "the query names a parameter that was not given",
  },
  ProcedureNotFound: { kind: "ProcedureError", phase: "compile time", meaning: "no procedure has this name" },
  PropertyOfNonMap: {
    kind: "TypeError",
    phase: "compile time",
    detail: "InvalidArgumentType",
    meaning: "a property is asked of something that has none",
  },
  NegativeRowCount: {
    kind: "SyntaxError",
    phase: "runtime",
    detail: "NegativeIntegerArgument",
    meaning: "SKIP or LIMIT turns out negative",
  },
  NonIntegerRowCount: {
    kind: "SyntaxError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    meaning: "SKIP or LIMIT turns out to be no integer",
  },
  ArgumentTypeMismatch: {
    kind: "TypeError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    meaning: "an operand turns out to have the wrong type",
  },
  InvalidArgumentValue: {
    kind: "TypeError",
    phase: "runtime",
    meaning: "an argument turns out to have the wrong type or an impossible value",
  },
  InvalidPropertyType: {
    kind: "TypeError",
    phase: "runtime",
    meaning: "a value of this type cannot be stored as a property",
  },
  MapElementAccessByNonString: {
    kind: "TypeError",
    phase: "runtime",
    meaning: "a map is indexed by something other than a string",
  },
  ListElementAccessByNonInteger: {
    kind: "TypeError",
    phase: "runtime",
    meaning: "a list is indexed by something other than an integer",
  },
  NumberOutOfRange: {
    kind: "ArgumentError",
    phase: "runtime",
    meaning: "a number lies outside of what is allowed here",
  },
  RangeOverNonInteger: {
    kind: "ArgumentError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    meaning: "range() is given something other than integers",
  },
  InvalidParameterValue: {
    kind: "ArgumentError",
    phase: "runtime",
    meaning: "a parameter's JavaScript value has no Cypher counterpart (extension)",
  },
  DivisionByZero: { kind: "ArithmeticError", phase: "runtime", meaning: "an integer is divided by zero" },
  ArithmeticOverflow: {
    kind: "ArithmeticError",
    phase: "runtime",
    detail: "NumberOutOfRange",
    meaning: "the result of an integer operation does not fit into 64 bits",
  },
  DeletedEntityAccess: {
    kind: "EntityNotFound",
    phase: "runtime",
    meaning: "something is asked of an entity that the query has deleted",
  },
  MissingNode: {
    kind: "EntityNotFound",
    phase: "runtime",
    meaning: "a relationship is created at a node that is null (extension)",
  },
  DeleteConnectedNode: {
    kind: "ConstraintVerificationFailed",
    phase: "runtime",
    meaning: "a node is deleted that still has relationships",
  },
  MergeReadOwnWrites: {
    kind: "SemanticError",
    phase: "runtime",
    meaning: "MERGE is given a property that is null, which nothing could be found by",
  },
  ResourceExhausted: {
    kind: "ResourceError",
    phase: "runtime",
    meaning: "the query passed a limit that its caller set, or was cancelled (extension)",
  },
  EvidenceNotKept: {
    kind: "ArgumentError",
    phase: "runtime",
    meaning: "what a row rests on is asked for too late to be found out (extension)",
  },
} as const satisfies Record<string, ErrorMeaning>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Errors of class SyntaxError, found at compile time: most are. */
function syntaxErrors<Code extends string>(meanings: Record<Code, string>): Record<Code, ErrorMeaning> {
  const entries = Object.entries<string>(meanings).map(([code, meaning]) => [
    code,
    { kind: "SyntaxError", phase: "compile time", meaning },
  ]);
  return Object.fromEntries(entries) as Record<Code, ErrorMeaning>;
}
