/** An invented newsroom's graph: entities and the claims of articles about them, as columns of numbers. */
export interface NewsGraph {
  readonly seed: number;
  readonly entities: Entities;
  readonly claims: Claims;
  readonly articleCount: number;
}

/** Columns by entity, a number from 0. Its id is `idOf`. */
export interface Entities {
  readonly count: number;
  /** Index of its label in `LABELS`. */
  readonly labels: Uint8Array;
  readonly names: readonly string[];
  /** Empty if it has none; then the property is missing. */
  readonly aliases: readonly (readonly string[])[];
  /** Index of its country in `countryNames`, plus 1; 0 if it has none. */
  readonly countries: Uint8Array;
  readonly countryNames: readonly string[];
  /** The year; 0 if unknown. */
  readonly born: Uint16Array;
}

/** Columns by claim, a number from 0, in the order of the articles. */
export interface Claims {
  readonly count: number;
  readonly subjects: Uint32Array;
  /** Index of its type in `TYPES`. */
  readonly types: Uint8Array;
  readonly objects: Uint32Array;
  /** The article's number, ascending. Its id is `articleIdOf`. */
  readonly articles: Uint32Array;
  /** The entity's number plus 1; 0 for a claim in the article's own voice. */
  readonly claimants: Uint32Array;
  /** Index of the date in `DATES`. */
  readonly days: Uint16Array;
  /** Index of its stance in `STANCES`. */
  readonly stances: Uint8Array;
  readonly confidences: Float64Array;
}

export const LABELS = ["Person", "Organization", "Country", "Place", "Event"] as const;

export const STANCES = ["affirmed", "denied", "accused", "warned"] as const;

/** By frequency: the first is nearly thirty times as frequent as the last. */
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

/** The id of an entity. Ids sort like their numbers. */
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
