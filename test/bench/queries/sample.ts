import { DATES, idOf, LABELS, type NewsGraph, TYPES } from "../news/news-graph.ts";
import { RandomNumbers } from "../news/random-numbers.ts";

/** Draws parameters from a graph, reproducibly. */
export class Sample {
  readonly random: RandomNumbers;
  readonly #news: NewsGraph;

  constructor(news: NewsGraph, seed: number) {
    this.#news = news;
    this.random = new RandomNumbers(seed);
  }

  /** The id of a random entity. */
  anyId(): string {
    return idOf(this.random.below(this.#news.entities.count));
  }

  /**
   * The id of an entity with claims. Its probability is proportional to the number of claims of which it is the
   * subject.
   */
  knownId(): string {
    return idOf(this.#news.claims.subjects[this.claim()] as number);
  }

  /** The id of a subject of claims of that type. Its probability is proportional to the number of these claims. */
  subjectOf(type: (typeof TYPES)[number]): string {
    const { subjects, types } = this.#news.claims;
    for (;;) {
      const claim = this.claim();
      if (TYPES[types[claim] as number] === type) return idOf(subjects[claim] as number);
    }
  }

  /** The ids of both ends of a random claim. */
  linkedPair(): readonly [string, string] {
    const claim = this.claim();
    const { subjects, objects } = this.#news.claims;
    return [idOf(subjects[claim] as number), idOf(objects[claim] as number)];
  }

  name(): string {
    return this.#news.entities.names[this.random.below(this.#news.entities.count)] as string;
  }

  /** The country of a random entity. */
  countryOfOne(): string {
    const { countries, countryNames, count } = this.#news.entities;
    for (;;) {
      const country = countries[this.random.below(count)] as number;
      if (country !== 0) return countryNames[country - 1] as string;
    }
  }

  /** The last name of a random person. */
  familyName(): string {
    const { labels, names, count } = this.#news.entities;
    for (;;) {
      const entity = this.random.below(count);
      if (LABELS[labels[entity] as number] === "Person") return names[entity]?.split(" ").at(-1) as string;
    }
  }

  /** The first day of a random span of `days` days, and the first day after it. */
  span(days: number): readonly [string, string] {
    const first = this.random.below(DATES.length - days);
    return [DATES[first] as string, DATES[first + days] as string];
  }

  claim(): number {
    return this.random.below(this.#news.claims.count);
  }
}
