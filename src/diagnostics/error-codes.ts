/** The classes of error in openCypher's Technology Compatibility Kit (TCK), plus our `ResourceError`. */
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

/** When an error is found: before the query runs, or while it runs. */
export type ErrorPhase = "compile time" | "runtime";

/** The class, phase and meaning of an error code. */
export interface ErrorMeaning {
  readonly kind: ErrorKind;
  readonly phase: ErrorPhase;
  /** The TCK's detail if it differs from the code: the TCK uses some details in several phases. */
  readonly detail?: string;
  readonly meaning: string;
}

/**
 * All error codes, named as in the TCK. The type of {@link CypherError}'s code comes from this table, so the table is
 * complete. Codes that the TCK does not have are marked (extension).
 */
export const ERROR_CODES = {
  ...syntaxErrors({
    UnexpectedSyntax: "the text is not openCypher at this place",
    InvalidNumberLiteral: "a number literal is malformed",
    InvalidUnicodeLiteral: "an escape sequence is not a Unicode character",
    InvalidUnicodeCharacter: "a non-ASCII character has no meaning in a query",
    IntegerOverflow: "an integer literal does not fit into 64 bits",
    FloatingPointOverflow: "a float literal is too large for a double",
    UndefinedVariable: "a variable is used before it is bound",
    VariableAlreadyBound: "a variable is bound again where it must be new",
    VariableTypeConflict: "a variable is used with two different types",
    RelationshipUniquenessViolation: "a relationship variable is used twice in one pattern",
    InvalidRelationshipPattern: "the length of a relationship pattern is malformed",
    ColumnNameConflict: "two columns have the same name",
    DifferentColumnsInUnion: "the queries that UNION joins have different columns",
    NoExpressionAlias: "an expression in WITH has no AS name",
    NoVariablesInScope: "* is used where no variable is bound",
    InvalidAggregation: "an aggregate is used where it is not allowed",
    NestedAggregation: "an aggregate is used inside another",
    AmbiguousAggregationExpression: "an expression mixes aggregates with values that are not grouping keys",
    NonConstantExpression: "SKIP or LIMIT depends on the row",
    NegativeIntegerArgument: "SKIP or LIMIT is negative",
    UnknownFunction: "no function has this name",
    InvalidNumberOfArguments: "a function or procedure is called with too few or too many arguments",
    InvalidArgumentType: "an operand or argument has the wrong type",
    InvalidArgumentPassingMode: "a procedure inside a query is called without parentheses",
    NoSingleRelationshipType: "a relationship to be created needs exactly one type",
    RequiresDirectedRelationship: "a relationship to be created needs a direction",
    CreatingVarLength: "a relationship of variable length cannot be created",
    InvalidParameterUse: "a parameter is used where a literal map is required",
    InvalidDelete: "DELETE is used on something other than a node, relationship or path",
    InvalidClauseComposition: "clauses are in an order that openCypher does not allow",
    InvalidShortestPath: "the pattern of a shortest path is not supported (extension)",
    NestingTooDeep: "expressions are nested too deeply (extension)",
    QueryTooLong: "the query text is too long (extension)",
  }),
  MissingParameter: {
    kind: "ParameterMissing",
    phase: "compile time",
    meaning: "the query uses a parameter that has no value",
  },
  ProcedureNotFound: { kind: "ProcedureError", phase: "compile time", meaning: "no procedure has this name" },
  PropertyOfNonMap: {
    kind: "TypeError",
    phase: "compile time",
    detail: "InvalidArgumentType",
    meaning: "a property is read from a value that cannot have properties",
  },
  NegativeRowCount: {
    kind: "SyntaxError",
    phase: "runtime",
    detail: "NegativeIntegerArgument",
    meaning: "SKIP or LIMIT evaluates to a negative number",
  },
  NonIntegerRowCount: {
    kind: "SyntaxError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    meaning: "SKIP or LIMIT does not evaluate to an integer",
  },
  ArgumentTypeMismatch: {
    kind: "TypeError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    meaning: "an operand evaluates to the wrong type",
  },
  InvalidArgumentValue: {
    kind: "TypeError",
    phase: "runtime",
    meaning: "an argument evaluates to the wrong type or an invalid value",
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
    meaning: "a number is outside the allowed range",
  },
  RangeOverNonInteger: {
    kind: "ArgumentError",
    phase: "runtime",
    detail: "InvalidArgumentType",
    meaning: "range() is called with something other than integers",
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
    meaning: "the query uses an entity that it has deleted",
  },
  MissingNode: {
    kind: "EntityNotFound",
    phase: "runtime",
    meaning: "a relationship is created from or to a node that is null (extension)",
  },
  DeleteConnectedNode: {
    kind: "ConstraintVerificationFailed",
    phase: "runtime",
    meaning: "a deleted node still has relationships",
  },
  MergeReadOwnWrites: {
    kind: "SemanticError",
    phase: "runtime",
    meaning: "MERGE has a property that is null, which can never match",
  },
  ResourceExhausted: {
    kind: "ResourceError",
    phase: "runtime",
    meaning: "the query exceeded a limit set by the caller, or was cancelled (extension)",
  },
  EvidenceNotKept: {
    kind: "ArgumentError",
    phase: "runtime",
    meaning: "the evidence of a row is requested too late to be computed (extension)",
  },
} as const satisfies Record<string, ErrorMeaning>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Adds the class and phase that most codes share: SyntaxError at compile time. */
function syntaxErrors<Code extends string>(meanings: Record<Code, string>): Record<Code, ErrorMeaning> {
  const entries = Object.entries<string>(meanings).map(([code, meaning]) => [
    code,
    { kind: "SyntaxError", phase: "compile time", meaning },
  ]);
  return Object.fromEntries(entries) as Record<Code, ErrorMeaning>;
}
