/**
 * What could have stood at the place where parsing stopped, in words. nearley keeps the started rules of every
 * column: those that are past their first symbol say what they wait for. A symbol that has a name among people
 * is given by that name; any other is opened, and what may begin it is asked in turn.
 */

/** The part of nearley's state that is read here. */
export interface ParserColumn {
  readonly index: number;
  readonly states: readonly ParserState[];
}
interface ParserState {
  readonly rule: GrammarRule;
  /** How many of the rule's symbols have been read. */
  readonly dot: number;
  /** The column that the rule was begun in. */
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

/** How the beginning of a clause is named. */
export const CLAUSE = "a clause (MATCH, WITH, RETURN …)";
const LABEL = "a label such as :Person";
const OPERATOR = "an operator";

/** What goes without saying once "an operator" is said. */
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

/** The words, without repetition, things before keywords before symbols. */
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

/** After a finished expression nearly any operator may follow: one word stands for them all. */
function summarized(words: ReadonlySet<string>): string[] {
  return words.has(OPERATOR) ? [...words].filter((word) => !OPERATORS.has(word)) : [...words];
}

function rulesOf(grammar: ParserGrammar, name: string): readonly GrammarRule[] {
  return grammar.byName[name] ?? [];
}

/** Whether a symbol may stand for nothing: the grammar writes that with `:?` and `:*` only. */
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
