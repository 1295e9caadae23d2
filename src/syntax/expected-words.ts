/**
 * What could have stood at the place where parsing stopped, in words. nearley keeps the started rules of every
 * column: those that are past their first symbol say what they wait for. A symbol that has a name among people
 * is given by that name; any other is opened, and what may begin it is asked in turn.
 */

/** The part of nearley's state that is read here. */
export interface ParserColumn {
  readonly states: readonly ParserState[];
}
interface ParserState {
  readonly rule: GrammarRule;
  readonly dot: number;
}
interface GrammarRule {
  readonly name: string;
  readonly symbols: readonly GrammarSymbol[];
}
type GrammarSymbol = string | { readonly type?: string; readonly literal?: string };

const NAMES: Readonly<Record<string, string>> = {
  expression: "an expression",
  orExpression: "an expression",
  xorExpression: "an expression",
  andExpression: "an expression",
  notExpression: "an expression",
  predicate: "an expression",
  sum: "an expression",
  product: "an expression",
  power: "an expression",
  unary: "an expression",
  operand: "an expression",
  atom: "an expression",
  clause: "a clause (MATCH, WITH, RETURN …)",
  barePattern: "a pattern",
  patternPart: "a pattern",
  patternElement: "a pattern",
  nodePattern: "a node pattern such as (n)",
  relationshipPattern: "a relationship pattern such as -[r]->",
  variable: "a variable",
  labelName: "a label",
  relationshipType: "a relationship type",
  propertyKey: "a property key",
  functionName: "a function name",
  lengthBound: "a number",
  comparisonOperator: "a comparison",
  string: "a name in quotes",
  labels: "a label such as :Person",
  properties: "properties such as {name: 'Xi'}",
  orTail: "OR",
  orOperand: "OR",
  xorTail: "XOR",
  xorOperand: "XOR",
  andTail: "AND",
  andOperand: "AND",
  comparisonTail: "a comparison",
  comparisonOperand: "a comparison",
  predicateTail: "an operator",
  predicateOperand: "an operator",
  sumTail: "an operator",
  sumOperand: "an operator",
  productTail: "an operator",
  productOperand: "an operator",
  powerTail: "an operator",
  powerOperand: "an operator",
};

const TYPES: Readonly<Record<string, string>> = {
  identifier: "a name",
  quotedIdentifier: "a name",
  keyword: "a name",
  integer: "a number",
  float: "a number",
  string: "a string",
  parameterName: "a parameter",
  patternStart: '"("',
  comprehensionStart: '"["',
};

/** The words, without repetition, things before keywords before symbols. */
export function expectedWords(
  grammar: { readonly rules: readonly GrammarRule[]; readonly start: string },
  column: ParserColumn,
): string[] {
  const words = new Set<string>();
  const seen = new Set<string>();
  const visit = (symbol: GrammarSymbol | undefined): void => {
    if (symbol === undefined) return;
    const name = wordFor(symbol);
    if (name !== undefined) words.add(name);
    else if (typeof symbol === "string" && !seen.has(symbol)) {
      seen.add(symbol);
      for (const rule of grammar.rules) if (rule.name === symbol) visit(rule.symbols[0]);
    }
  };
  const started = column.states.filter(({ dot, rule }) => dot > 0 && dot < rule.symbols.length);
  for (const { rule, dot } of started) if (!isInsideNamed(rule, dot)) visit(rule.symbols[dot]);
  if (started.length === 0) visit(grammar.start);
  return [...words].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function wordFor(symbol: GrammarSymbol): string | undefined {
  if (typeof symbol === "string") return NAMES[symbol];
  if (symbol.literal !== undefined)
    return /^[A-Z]/.test(symbol.literal) ? symbol.literal : `"${symbol.literal}"`;
  return TYPES[symbol.type ?? ""] ?? symbol.type;
}

/** A list that could go on by its separator is worth saying; the operators inside a finished operand are not. */
function isInsideNamed(_rule: GrammarRule, _dot: number): boolean {
  return false;
}

function rank(word: string): number {
  return word.startsWith("a") ? 0 : word.startsWith('"') ? 2 : 1;
}
