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
  /** Who says it; absent for the article in its own voice. */
  readonly claimant?: Entity;
  /** Who passes the claimant's words on, outermost (nearest to the article) first. */
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
  /** Global ids of claims. */
  readonly answers: readonly string[];
  readonly reports: readonly string[];
}

/** What a claim is about: an entity, the article itself, or a literal. */
export type ClaimEnd =
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "article"; readonly article: string }
  | { readonly kind: "literal"; readonly literal: Literal };

/** Names of entities stand as canonical names, dates as EDTF. */
export type QualifierValue = string | number | readonly string[] | readonly number[];

/** Where a claim stands in the article's text: offsets in Unicode code points, 0-based, `end` exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Of the slice in UTF-8, 64 small hexadecimal digits. */
  readonly sha256: string;
}

/** An annotated article, checked. */
export interface Article {
  readonly id: string;
  readonly title: string;
  /** Name of the file that holds its text. */
  readonly file: string;
  readonly sha256: string;
  /** Code points of its text. */
  readonly length: number;
  readonly publisher?: Entity;
  readonly authors: readonly Entity[];
  readonly published?: DateRange;
  /** Where it can be read: an address that begins with http: or https:. */
  readonly url?: string;
  readonly language?: string;
  /** Articles of one origin are one independent source. */
  readonly origin: string;
}
