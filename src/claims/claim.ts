/** A name, with the key of the node that bears it where the graph has one. */
export interface NamedNode {
  readonly name: string;
  readonly key?: string;
}

/** A claim as people read it: who says what of whom, how, where it stands. */
export interface Claim {
  /** The relationship's key. */
  readonly key: string;
  /** Its id, such as `003#70`; absent where the relationship was not made from an annotation. */
  readonly id?: string;
  readonly subject: Required<NamedNode>;
  readonly type: string;
  readonly object: Required<NamedNode>;
  readonly gist?: string;
  /** Absent: the article in its own voice. */
  readonly claimant?: NamedNode;
  /** Who passes the claimant's words on, outermost first. */
  readonly via: readonly NamedNode[];
  readonly stance: string;
  readonly modality: string;
  readonly assessment?: string;
  /** Time of the event, as EDTF. */
  readonly when?: string;
  /** Time of the statement. */
  readonly said?: string;
  readonly denies: boolean;
  /** Whether its own article judges it untrue. */
  readonly isRefuted: boolean;
  /** Absent where the relationship names no article, as in a graph that was not made from annotations. */
  readonly article?: ArticleReference;
  /** Where it stands in the article's text. */
  readonly passage?: PassageReference;
  /** What the type declares beside subject and object, and any other property: name and text. */
  readonly qualifiers: readonly (readonly [name: string, text: string])[];
  /** Claims that it replies to, and claims that reply to it. */
  readonly answers: readonly LinkedClaim[];
  readonly answeredBy: readonly LinkedClaim[];
}

export interface ArticleReference {
  readonly id: string;
  readonly key?: string;
  readonly title: string;
  readonly publisher?: NamedNode;
  readonly published?: string;
  /** Name of the file that holds its text. */
  readonly file?: string;
}

/** Offsets in code points, 0-based, `end` exclusive; SHA-256 of the slice, if known. */
export interface PassageReference {
  readonly start: number;
  readonly end: number;
  readonly sha256?: string;
}

/** A claim that another one points at. */
export interface LinkedClaim {
  readonly id: string;
  /** Absent where the graph does not have it. */
  readonly key?: string;
  readonly gist?: string;
  readonly claimant?: string;
}

/** Claims of one triple. */
export interface ClaimGroup {
  readonly subject: Required<NamedNode>;
  readonly type: string;
  readonly object: Required<NamedNode>;
  /** Whether claims contradict each other here, those of the graph that are not in this group included. */
  readonly contested: boolean;
  /** How many different articles they stand in. */
  readonly articles: number;
  /** What is upheld first, then what is denied. */
  readonly claims: readonly Claim[];
  /** What contradicts them and was not asked for: the other side, other objects of a type that allows one. */
  readonly against: readonly Claim[];
  /** What contradicts them and was asked for too: it stands in another group, that of the other object. */
  readonly contradictedBy: readonly LinkedClaim[];
  /** On how many claims of the whole graph the triple rests; what is denied or refuted does not count. */
  readonly support: { readonly claims: number; readonly articles: number; readonly origins: number };
  /** How many claims of the whole graph deny the triple, and how many name another object where the type allows one. */
  readonly opposition: { readonly denials: number; readonly others: number };
}
