/** An invented newsroom's graph: entities and what articles claim of them, as columns of numbers. */
export interface NewsGraph {
  readonly seed: number;
  readonly entities: Entities;
  readonly claims: Claims;
  readonly articleCount: number;
}

/** By entity, a number from 0. Its id is `idOf`. */
export interface Entities {
  readonly count: number;
  /** The place of its label in `LABELS`. */
  readonly labels: Uint8Array;
  readonly names: readonly string[];
  /** Empty where it has none; then the property is absent. */
  readonly aliases: readonly (readonly string[])[];
  /** The place of its country in `countryNames`, from 1; 0 where it has none. */
  readonly countries: Uint8Array;
  readonly countryNames: readonly string[];
  /** The year; 0 where it is not known. */
  readonly born: Uint16Array;
}

/** By claim, a number from 0, in the order of the articles. */
export interface Claims {
  readonly count: number;
  readonly subjects: Uint32Array;
  /** The place of its type in `TYPES`. */
  readonly types: Uint8Array;
  readonly objects: Uint32Array;
  /** The article's number, ascending. Its id is `articleIdOf`. */
  readonly articles: Uint32Array;
  /** The entity's number plus 1; 0 where the article says it in its own voice. */
  readonly claimants: Uint32Array;
  /** The place of the date in `DATES`. */
  readonly days: Uint16Array;
  /** The place of its stance in `STANCES`. */
  readonly stances: Uint8Array;
  readonly confidences: Float64Array;
}

export const LABELS = ["Person", "Organization", "Country", "Place", "Event"] as const;

export const STANCES = ["affirmed", "denied", "accused", "warned"] as const;

/** By how often they occur: the first nearly thirty times as often as the last. */
export const TYPES = [
  "MEETS",
  "ACCUSES",
  "SUPPORTS",
  "CRITICIZES",
  "WARNS",
  "NEGOTIATES_WITH",
  "THREATENS",
  "SANCTIONS",
  "SUPPLIES_WEAPONS_TO",
  "VISITS",
  "ATTACKS",
  "LEADS",
  "MEMBER_OF",
  "FUNDS",
  "LOCATED_IN",
  "INVESTIGATES",
  "ALLIED_WITH",
  "OWNS",
  "SUES",
  "BORDERS",
] as const;

/** Every day of five years. */
export const DATES: readonly string[] = Array.from({ length: 1827 }, (_, day) =>
  new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
);

/** Ids sort as their numbers do. */
export function idOf(entity: number): string {
  return `ent-${String(entity).padStart(6, "0")}`;
}

export function articleIdOf(article: number): string {
  return `art-${String(article).padStart(6, "0")}`;
}

export function typeNumber(name: (typeof TYPES)[number]): number {
  return TYPES.indexOf(name);
}

export function stanceNumber(name: string): number {
  return (STANCES as readonly string[]).indexOf(name);
}

export function labelNumber(name: (typeof LABELS)[number]): number {
  return LABELS.indexOf(name);
}
