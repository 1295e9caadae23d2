/**
 * Describes in words what the parser expected where it stopped. In each column, nearley keeps the rules it has started;
 * a rule past its first symbol shows which symbol it expects next. A symbol listed in `NAMES` is described by its
 * words; any other symbol is replaced by the first symbols of its rules.
 */

/** The part of nearley's state that this file reads. */
export interface ParserColumn {
  readonly index: number;
  readonly states: readonly ParserState[];
}
interface ParserState {
  readonly rule: GrammarRule;
  /** Number of the rule's symbols that have been read. */
  readonly dot: number;
  /** Index of the column in which the rule was started. */
  readonly reference: number;
}
interface GrammarRule {
  readonly name: string;
  readonly symbols: readonly GrammarSymbol[];
}
export interface ParserGrammar {
  readonly start: string;
  readonly byName: Readonly<Record<string, readonly GrammarRule[]>>;
}
type GrammarSymbol = string | { readonly type?: string; readonly literal?: string; readonly word?: string };

/** The words for the start of a clause. */
export const CLAUSE = "a clause (MATCH, WITH, RETURN …)";
const LABEL = "a label such as :Person";
const OPERATOR = "an operator";

/** Words that "an operator" already includes. */
const OPERATORS: ReadonlySet<string> = new Set([
  ..."AND OR XOR IS STARTS ENDS".split(" "),
  '"^"',
  '"."',
  '"["',
  '":"',
  LABEL,
]);

const NAMES: Readonly<Record<string, string>> = {
  expression: "an expression",
  orExpression: "an expression",
  xorExpression: "an expression",
  andExpression: "an expression",
  notExpression: "an expression",
  comparison: "an expression",
  predicate: "an expression",
  sum: "an expression",
  product: "an expression",
  power: "an expression",
  unary: "an expression",
  operand: "an expression",
  atom: "an expression",
  clause: CLAUSE,
  barePattern: "a pattern",
  patternPart: "a pattern",
  matchedPattern: "a pattern",
  patternElement: "a pattern",
  searchedPattern: "a pattern such as (a)-[*]-(b)",
  nodePattern: "a node pattern such as (n)",
  relationshipPattern: "a relationship pattern such as -[r]->",
  variable: "a variable",
  labelName: "a label",
  relationshipType: "a relationship type",
  propertyKey: "a property key",
  functionName: "a function name",
  lengthBound: "a number",
  string: "a name in quotes",
  labels: LABEL,
  properties: "properties such as {name: 'Xi'}",
};

const TYPES: Readonly<Record<string, string>> = {
  identifier: "a name",
  keyword: "a name",
  integer: "a number",
  float: "a number",
  string: "a string",
  parameterName: "a parameter",
  patternStart: '"("',
  patternDash: '"-"',
  patternLess: '"<"',
  comprehensionStart: '"["',
};

/** What was expected, without duplicates: descriptions first, then keywords, then symbols. */
export function expectedWords(grammar: ParserGrammar, column: ParserColumn): string[] {
  const words = new Set<string>();
  const opened = new Set<string>();
  const visitRest = (rule: GrammarRule, dot: number): void => {
    for (const symbol of rule.symbols.slice(dot)) {
      visit(symbol);
      if (!isNullable(grammar, symbol)) return;
    }
  };
  const visit = (symbol: GrammarSymbol): void => {
    const word = wordFor(symbol);
    if (word !== undefined) words.add(word);
    else if (typeof symbol === "string" && !opened.has(symbol)) {
      opened.add(symbol);
      for (const rule of rulesOf(grammar, symbol)) visitRest(rule, 0);
    }
  };
  const started = column.states.filter((state) => state.dot > 0 && state.reference < column.index);
  for (const { rule, dot } of started) visitRest(rule, dot);
  if (column.index === 0) visit(grammar.start);
  return summarized(words).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** After a complete expression nearly every operator may follow, so "an operator" replaces them all. */
function summarized(words: ReadonlySet<string>): string[] {
  return words.has(OPERATOR) ? [...words].filter((word) => !OPERATORS.has(word)) : [...words];
}

function rulesOf(grammar: ParserGrammar, name: string): readonly GrammarRule[] {
  return grammar.byName[name] ?? [];
}

/** Whether a symbol can match the empty string; the grammar writes this only with `:?` and `:*`. */
function isNullable(grammar: ParserGrammar, symbol: GrammarSymbol): boolean {
  return typeof symbol === "string" && rulesOf(grammar, symbol).some((rule) => rule.symbols.length === 0);
}

function wordFor(symbol: GrammarSymbol): string | undefined {
  if (typeof symbol === "string") return NAMES[symbol];
  if (symbol.word !== undefined) return symbol.word;
  if (symbol.literal !== undefined)
    return /^[A-Z]/.test(symbol.literal) ? symbol.literal : `"${symbol.literal}"`;
  return TYPES[symbol.type ?? ""] ?? symbol.type;
}

function rank(word: string): number {
  return word.startsWith("a") ? 0 : word.startsWith('"') ? 2 : 1;
}
