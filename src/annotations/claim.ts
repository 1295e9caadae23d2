import type { Entity } from "./entity-index.ts";
import type { DateRange } from "./read-date.ts";
import type { Literal } from "./read-literal.ts";

/** One statement, in one place, by one claimant, checked against vocabulary and entities. */
export interface Claim {
  /** Article and claim, such as `000#12`. */
  readonly id: string;
  /** Id of the article. */
  readonly article: string;
  readonly subject: ClaimEnd;
  readonly type: string;
  readonly object: ClaimEnd;
  /** Who says it; undefined if the article says it in its own voice. */
  readonly claimant?: Entity;
  /** Intermediate sources that pass on the claimant's words, outermost (nearest to the article) first. */
  readonly via: readonly Entity[];
  readonly stance: string;
  readonly modality: string;
  readonly assessment?: string;
  /** Time of the event. */
  readonly when?: DateRange;
  /** Time of the statement. */
  readonly said?: DateRange;
  readonly qualifiers: Readonly<Record<string, QualifierValue>>;
  readonly gist: string;
  readonly passage: Passage;
  /** Global ids of claims, such as `000#12`; `reports` also. */
  readonly answers: readonly string[];
  readonly reports: readonly string[];
}

/** A claim's subject or object: an entity, the article itself, or a literal. */
export type ClaimEnd =
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "article"; readonly article: string }
  | { readonly kind: "literal"; readonly literal: Literal };

/** Entities are given by canonical name, dates as EDTF. */
export type QualifierValue = string | number | readonly string[] | readonly number[];

/** Place of a claim in the article's text: offsets in Unicode code points, 0-based, `end` exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** SHA-256 of the slice in UTF-8: 64 lowercase hexadecimal digits. */
  readonly sha256: string;
}

/** An annotated article, checked. */
export interface Article {
  readonly id: string;
  readonly title: string;
  /** Name of the file that holds its text. */
  readonly file: string;
  readonly sha256: string;
  /** Length of its text in code points. */
  readonly length: number;
  readonly publisher?: Entity;
  readonly authors: readonly Entity[];
  readonly published?: DateRange;
  /** Web address, http: or https: only. */
  readonly url?: string;
  readonly language?: string;
  /** Articles with the same origin count as one independent source. */
  readonly origin: string;
}
