import { generateEntities } from "./generate-entities.ts";
import { type Claims, DATES, type Entities, LABELS, type NewsGraph, TYPES } from "./news-graph.ts";
import { RandomNumbers } from "./random-numbers.ts";

/** Shares of the stances, for a new claim and for one that repeats an earlier claim. */
const FIRST_SHARES = [0.82, 0.04, 0.08, 0.06];
const REPEATED_SHARES = [0.66, 0.2, 0.08, 0.06];
const TYPE_SHARES = normalized(TYPES.map((_, place) => 1 / (place + 0.7)));
/** The exponent with which the number of claims falls from one entity to the next. */
const FAME = 0.7;
/** The share of claims that repeat an earlier one, and the maximum distance to that one, in claims. */
const REPEATED = 0.15;
const NEWS_LASTS = 4000;
/** Claims are published up to this number of days after the statement. */
const LATEST_NEWS = 30;

/**
 * An invented newsroom's graph with `count` claims, an eighth as many entities and a fiftieth as many articles; always
 * the same for the same count and seed.
 *
 * Articles follow each other through five years. A few entities are in many claims and most in few; new claims are
 * repeated by other articles, affirmed or denied.
 */
export function generateNews(count: number, seed = 1): NewsGraph {
  const random = new RandomNumbers(seed);
  const byFame = shuffled(random, Math.ceil(count / 8));
  const entities = generateEntities(random, byFame);
  const articleCount = Math.ceil(count / 50);
  const claims = generateClaims(random, count, articleCount, entities, byFame);
  return { seed, entities, claims, articleCount };
}

function generateClaims(
  random: RandomNumbers,
  count: number,
  articleCount: number,
  entities: Entities,
  byFame: Uint32Array,
): Claims {
  const claims: Claims = {
    count,
    subjects: new Uint32Array(count),
    types: new Uint8Array(count),
    objects: new Uint32Array(count),
    articles: articlesOfClaims(random, count, articleCount),
    claimants: new Uint32Array(count),
    days: new Uint16Array(count),
    stances: new Uint8Array(count),
    confidences: new Float64Array(count),
  };
  const famous = () => byFame[random.zipf(byFame.length, FAME)] as number;
  for (let claim = 0; claim < count; claim++) {
    const isRepeated = claim > 0 && random.next() < REPEATED;
    if (isRepeated) {
      const before = claim - 1 - random.below(Math.min(claim, NEWS_LASTS));
      claims.subjects[claim] = claims.subjects[before] as number;
      claims.types[claim] = claims.types[before] as number;
      claims.objects[claim] = claims.objects[before] as number;
    } else {
      const subject = famous();
      let object = famous();
      while (object === subject) object = famous();
      claims.subjects[claim] = subject;
      claims.types[claim] = random.place(TYPE_SHARES);
      claims.objects[claim] = object;
    }
    claims.claimants[claim] = claimantOf(claims.subjects[claim] as number, random, entities, famous);
    const published = ((claims.articles[claim] as number) / articleCount) * (DATES.length - LATEST_NEWS);
    claims.days[claim] = Math.floor(published + LATEST_NEWS * (1 - random.next() ** 3));
    claims.stances[claim] = random.place(isRepeated ? REPEATED_SHARES : FIRST_SHARES);
    claims.confidences[claim] = Math.round(999 - 700 * random.next() ** 2) / 1000;
  }
  return claims;
}

/** The article of each claim, ascending. Some articles have ten times as many claims as others. */
function articlesOfClaims(random: RandomNumbers, count: number, articleCount: number): Uint32Array {
  const weights = normalized(Array.from({ length: articleCount }, () => 0.2 + 1.8 * random.next() ** 2));
  const articles = new Uint32Array(count);
  let claim = 0;
  let reached = 0;
  for (const [article, weight] of weights.entries()) {
    reached += weight * count;
    while (claim < reached && claim < count) articles[claim++] = article;
  }
  return articles.fill(articleCount - 1, claim);
}

/** One claim in four is in the article's own voice; many others are made by their subject. */
function claimantOf(
  subject: number,
  random: RandomNumbers,
  { labels }: Entities,
  famous: () => number,
): number {
  const kind = random.next();
  if (kind < 0.25) return 0;
  let claimant = kind < 0.5 ? subject : famous();
  while (!SPEAKS.has(LABELS[labels[claimant] as number])) claimant = famous();
  return claimant + 1;
}

const SPEAKS: ReadonlySet<string | undefined> = new Set(["Person", "Organization", "Country"]);

function shuffled(random: RandomNumbers, count: number): Uint32Array {
  const numbers = Uint32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const held = numbers[at] as number;
    numbers[at] = numbers[other] as number;
    numbers[other] = held;
  }
  return numbers;
}

function normalized(weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  return weights.map((weight) => weight / sum);
}
