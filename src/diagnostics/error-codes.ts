/** The classes of error that openCypher's test kit names, of those that the engine raises. */
export type ErrorKind =
  | "SyntaxError"
  | "SemanticError"
  | "TypeError"
  | "ArgumentError"
  | "ArithmeticError"
  | "EntityNotFound"
  | "ParameterMissing"
  | "ProcedureError"
  | "ResourceError";

/** When an error is found: before anything runs, or while rows are made. */
export type ErrorPhase = "compile time" | "runtime";

/**
 * Every error code (the kit's "detail"), with its class, its phase, and what it means. Errors are made
 * from this table only, so that it is the whole list; codes of our own are marked (extension).
 */
export const ERROR_CODES = {
  UnexpectedSyntax: ["SyntaxError", "compile time", "the text is not openCypher at this place"],
  InvalidNumberLiteral: ["SyntaxError", "compile time", "a number is not written as openCypher writes it"],
  IntegerOverflow: ["SyntaxError", "compile time", "an integer literal does not fit into 64 bits"],
  FloatingPointOverflow: ["SyntaxError", "compile time", "a float literal is too large for a double"],
  InvalidUnicodeLiteral: [
    "SyntaxError",
    "compile time",
    "a \\u escape is not followed by hexadecimal digits",
  ],
  UndefinedVariable: ["SyntaxError", "compile time", "a variable is used that nothing before it binds"],
  VariableAlreadyBound: ["SyntaxError", "compile time", "a variable is bound again where it must be new"],
  VariableTypeConflict: ["SyntaxError", "compile time", "a variable is used as two kinds of thing"],
  RelationshipUniquenessViolation: [
    "SyntaxError",
    "compile time",
    "one relationship variable stands twice in a pattern",
  ],
  ColumnNameConflict: ["SyntaxError", "compile time", "two columns have the same name"],
  DifferentColumnsInUnion: [
    "SyntaxError",
    "compile time",
    "the queries that UNION joins have different columns",
  ],
  NoExpressionAlias: ["SyntaxError", "compile time", "an expression in WITH has no AS name"],
  NoVariablesInScope: ["SyntaxError", "compile time", "* is used where no variable is bound"],
  InvalidAggregation: ["SyntaxError", "compile time", "an aggregate stands where none is allowed"],
  NestedAggregation: ["SyntaxError", "compile time", "an aggregate stands inside another"],
  AmbiguousAggregationExpression: [
    "SyntaxError",
    "compile time",
    "an expression mixes aggregates with values that are not grouped by",
  ],
  UnknownFunction: ["SyntaxError", "compile time", "no function has this name"],
  InvalidNumberOfArguments: [
    "SyntaxError",
    "compile time",
    "a function is called with too few or too many arguments",
  ],
  InvalidArgumentType: ["SyntaxError", "compile time", "an argument can be seen to have the wrong type"],
  NonConstantExpression: ["SyntaxError", "compile time", "SKIP or LIMIT depends on the row"],
  NegativeIntegerArgument: ["SyntaxError", "compile time", "SKIP or LIMIT is negative"],
  NoSingleRelationshipType: [
    "SyntaxError",
    "compile time",
    "a relationship to be created needs exactly one type",
  ],
  RequiresDirectedRelationship: [
    "SyntaxError",
    "compile time",
    "a relationship to be created needs a direction",
  ],
  CreatingVarLength: ["SyntaxError", "compile time", "a variable-length relationship cannot be created"],
  InvalidClauseComposition: [
    "SyntaxError",
    "compile time",
    "clauses stand in an order that openCypher does not allow",
  ],
  InvalidParameterUse: ["SyntaxError", "compile time", "a parameter stands where a literal map is required"],
  UnsupportedFeature: [
    "SyntaxError",
    "compile time",
    "a part of openCypher that this version does not have (extension)",
  ],
  NestingTooDeep: [
    "SyntaxError",
    "compile time",
    "expressions are nested too deeply to be evaluated (extension)",
  ],
  QueryTooLong: ["SyntaxError", "compile time", "the query text is longer than the engine reads (extension)"],
  MissingParameter: ["ParameterMissing", "runtime", "the query names a parameter that was not given"],
  InvalidParameterValue: [
    "ArgumentError",
    "runtime",
    "a parameter's JavaScript value has no Cypher counterpart (extension)",
  ],
  InvalidArgumentValue: [
    "ArgumentError",
    "runtime",
    "an argument has the right type and an impossible value",
  ],
  NumberOutOfRange: ["ArgumentError", "runtime", "a number lies outside of what is allowed here"],
  ArgumentTypeMismatch: [
    "TypeError",
    "runtime",
    "an argument has the wrong type (the kit's runtime InvalidArgumentType)",
  ],
  MissingNode: ["EntityNotFound", "runtime", "a relationship is created at a node that is null (extension)"],
  InvalidPropertyType: ["TypeError", "runtime", "a value of this type cannot be stored as a property"],
  MapElementAccessByNonString: ["TypeError", "runtime", "a map is indexed by something other than a string"],
  ListElementAccessByNonInteger: [
    "TypeError",
    "runtime",
    "a list is indexed by something other than an integer",
  ],
  DivisionByZero: ["ArithmeticError", "runtime", "an integer is divided by zero"],
  ArithmeticOverflow: [
    "ArithmeticError",
    "runtime",
    "the result of an integer operation does not fit into 64 bits",
  ],
  TooManyRows: ["ResourceError", "runtime", "the query passed a limit that its caller set (extension)"],
} as const satisfies Record<string, readonly [ErrorKind, ErrorPhase, string]>;

export type ErrorCode = keyof typeof ERROR_CODES;
