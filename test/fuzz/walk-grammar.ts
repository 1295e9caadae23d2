/**
 * Texts from the grammar itself: from a rule, one of its ways is chosen at random, then one for each rule in that
 * way, until only tokens are left. Past its budget a walk takes the shortest ways, so that it ends.
 * Every way of the grammar is gone sooner or later, also by rules that no test's author thought of.
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

/** How tokens are written that the grammar names with `%`. Few names, so that they meet. */
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

/** What the classes of tokens in the grammar may hold besides {@link TOKENS}. */
const OPERATORS_AND_WORDS =
  "= <> < <= > >= CONTAINS IN =~ + - * / % ALL ANY NONE SINGLE TRUE FALSE NULL".split(" ");

const FUNCTION_NAMES = FUNCTIONS.map(({ name }) => name);
const RULES = new Map<string, Rule[]>();
for (const rule of compiledGrammar.ParserRules as readonly Rule[]) {
  RULES.set(rule.name, [...(RULES.get(rule.name) ?? []), rule]);
}
const SHORTEST_WAYS = shortestWays();
const TOKEN_TEXTS = new Map<Exclude<GrammarSymbol, string>, readonly string[]>();

/** A text that `rule` of the grammar matches, but for what `mark-tokens.ts` asks besides. */
export function walkGrammar(rule: string, random: Random, budget: number): string {
  const words: string[] = [];
  let left = budget;
  const walk = (symbol: GrammarSymbol): void => {
    if (typeof symbol !== "string") words.push(tokenText(symbol, random));
    else if (symbol === "functionName" && !random.once(20)) words.push(random.pick(FUNCTION_NAMES));
    else {
      left--;
      const open = (left > 0 ? RULES : SHORTEST_WAYS).get(symbol) ?? [];
      for (const part of random.pick(open).symbols) walk(part);
    }
  };
  walk(rule);
  return words.join(" ");
}

/** @throws Error where no token is known that the symbol stands for */
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

/** For each rule, those of its ways that go down the fewest rules. */
function shortestWays(): ReadonlyMap<string, readonly Rule[]> {
  const known = heights();
  return new Map(
    [...RULES].map(([name, ways]) => {
      const lowest = Math.min(...ways.map((way) => tallest(way, known)));
      return [name, ways.filter((way) => tallest(way, known) === lowest)];
    }),
  );
}

/** For each rule, how many rules its shortest way goes down. */
function heights(): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const [name, ways] of RULES) {
      const height = 1 + Math.min(...ways.map((way) => tallest(way, known)));
      if (Number.isFinite(height) && !known.has(name)) known.set(name, height);
    }
  }
  return known;
}

function tallest({ symbols }: Rule, known: ReadonlyMap<string, number>): number {
  const names = symbols.filter((symbol) => typeof symbol === "string");
  return Math.max(0, ...names.map((name) => known.get(name) ?? Number.POSITIVE_INFINITY));
}
