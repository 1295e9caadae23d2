/**
 * Generates texts from the grammar itself: one alternative of a rule is chosen at random, then one for each rule in it,
 * until only tokens are left. After its budget, a walk takes the shortest alternatives, so that it ends. In time, every
 * alternative of the grammar is used, including those that no test author thought of.
 */
import { FUNCTIONS } from "../../src/functions/registry.ts";
import compiledGrammar from "../../src/syntax/generated/grammar.js";
import type { Token, TokenType } from "../../src/syntax/token.ts";
import type { TokenClass } from "../../src/syntax/token-classes.ts";
import type { Random } from "./random.ts";

type GrammarSymbol = string | { readonly literal: string } | { readonly type: string } | TokenClass;

interface Rule {
  readonly name: string;
  readonly symbols: readonly GrammarSymbol[];
}

/** Texts for the tokens that the grammar names with `%`. Only a few names, so that they are reused within a text. */
const TOKENS: Readonly<Partial<Record<TokenType, readonly string[]>>> = {
  identifier: ["a", "b", "r", "p", "x", "xs", "name", "A", "KNOWS", "größe", "`a b`", "```"],
  keyword: ["MATCH", "ORDER", "null", "end"],
  parameterName: ["$number", "$list", "$map", "$text", "$missing", "$0"],
  string: ["'text'", '"Ann"', "''", "'2020-02-30'", "'P1M2DT3.5S'", "'12:00+01:00'", "'\\u00e9\\n'"],
  integer: ["0", "1", "2", "3", "0x1F", "0o17", "9223372036854775807"],
  float: ["1.0", "0.5", ".5e-3", "1e308"],
  patternStart: ["("],
  patternDash: ["-"],
  patternLess: ["<"],
  comprehensionStart: ["["],
};

/** Texts for the grammar's token classes, in addition to {@link TOKENS}. */
const OPERATORS_AND_WORDS =
  "= <> < <= > >= CONTAINS IN =~ + - * / % ALL ANY NONE SINGLE TRUE FALSE NULL".split(" ");

const FUNCTION_NAMES = FUNCTIONS.map(({ name }) => name);
const RULES = new Map<string, Rule[]>();
for (const rule of compiledGrammar.ParserRules as readonly Rule[]) {
  RULES.set(rule.name, [...(RULES.get(rule.name) ?? []), rule]);
}
const SHORTEST_ALTERNATIVES = shortestAlternatives();
const TOKEN_TEXTS = new Map<Exclude<GrammarSymbol, string>, readonly string[]>();

/** A text that matches `rule` of the grammar, except for the additional conditions of `mark-tokens.ts`. */
export function walkGrammar(rule: string, random: Random, budget: number): string {
  const words: string[] = [];
  let left = budget;
  const walk = (symbol: GrammarSymbol): void => {
    if (typeof symbol !== "string") words.push(tokenText(symbol, random));
    else if (symbol === "functionName" && !random.once(20)) words.push(random.pick(FUNCTION_NAMES));
    else {
      left--;
      const choices = (left > 0 ? RULES : SHORTEST_ALTERNATIVES).get(symbol) ?? [];
      for (const part of random.pick(choices).symbols) walk(part);
    }
  };
  walk(rule);
  return words.join(" ");
}

/** @throws Error if no text is known for the symbol */
function tokenText(symbol: Exclude<GrammarSymbol, string>, random: Random): string {
  if ("literal" in symbol) return symbol.literal;
  const known = TOKEN_TEXTS.get(symbol);
  if (known !== undefined) return random.pick(known);
  const texts = tokenTexts(symbol);
  TOKEN_TEXTS.set(symbol, texts);
  return random.pick(texts);
}

function tokenTexts(symbol: { readonly type: string } | TokenClass): readonly string[] {
  if ("type" in symbol) return TOKENS[symbol.type as TokenType] ?? [];
  const holds = (type: TokenType, text: string) =>
    symbol.test({ type, text, source: text, start: 0, end: 0 } satisfies Token);
  const types = Object.entries(TOKENS).filter(([type]) => holds(type as TokenType, ""));
  return [
    ...OPERATORS_AND_WORDS.filter((text) => holds("keyword", text)),
    ...types.flatMap(([, texts]) => texts),
  ];
}

/** For each rule, its alternatives with the lowest derivation tree. */
function shortestAlternatives(): ReadonlyMap<string, readonly Rule[]> {
  const known = heights();
  return new Map(
    [...RULES].map(([name, alternatives]) => {
      const lowest = Math.min(...alternatives.map((alternative) => tallest(alternative, known)));
      return [name, alternatives.filter((alternative) => tallest(alternative, known) === lowest)];
    }),
  );
}

/** For each rule, the height of its lowest derivation tree, in rules. */
function heights(): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const [name, alternatives] of RULES) {
      const height = 1 + Math.min(...alternatives.map((alternative) => tallest(alternative, known)));
      if (Number.isFinite(height) && !known.has(name)) known.set(name, height);
    }
  }
  return known;
}

function tallest({ symbols }: Rule, known: ReadonlyMap<string, number>): number {
  const names = symbols.filter((symbol) => typeof symbol === "string");
  return Math.max(0, ...names.map((name) => known.get(name) ?? Number.POSITIVE_INFINITY));
}
