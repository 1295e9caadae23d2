/** A name, with the key of the node of that name, if the graph has one. */
export interface NamedNode {
  readonly name: string;
  readonly key?: string;
}

/** A claim in a form for people: who says what about whom, how, and where. */
export interface Claim {
  /** The relationship's key. */
  readonly key: string;
  /** Its id, such as `003#70`. Omitted: the relationship was not made from an annotation. */
  readonly id?: string;
  readonly subject: Required<NamedNode>;
  readonly type: string;
  readonly object: Required<NamedNode>;
  readonly gist?: string;
  /** Omitted: the article in its own voice. */
  readonly claimant?: NamedNode;
  /** Those who pass on the claimant's words, outermost first. */
  readonly via: readonly NamedNode[];
  readonly stance: string;
  readonly modality: string;
  readonly assessment?: string;
  /** Time of the event, as EDTF. */
  readonly when?: string;
  /** Time of the statement. */
  readonly said?: string;
  readonly denies: boolean;
  /** Whether its article judges it untrue. */
  readonly isRefuted: boolean;
  /** Omitted: the relationship names no article, as in a graph that was not made from annotations. */
  readonly article?: ArticleReference;
  /** Its location in the article's text. */
  readonly passage?: PassageReference;
  /** Qualifiers declared by the type, and any other properties: name and text. */
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
  /** Name of the file that contains its text. */
  readonly file?: string;
}

/** Offsets in code points, 0-based, `end` exclusive; SHA-256 of the slice, if known. */
export interface PassageReference {
  readonly start: number;
  readonly end: number;
  readonly sha256?: string;
}

/** A claim that another one refers to. */
export interface LinkedClaim {
  readonly id: string;
  /** Omitted: the graph does not contain the claim. */
  readonly key?: string;
  readonly gist?: string;
  readonly claimant?: string;
}

/** Claims of one triple. */
export interface ClaimGroup {
  readonly subject: Required<NamedNode>;
  readonly type: string;
  readonly object: Required<NamedNode>;
  /** Whether claims of this triple contradict each other, including claims of the graph that are not in this group. */
  readonly contested: boolean;
  /** The number of distinct articles of the claims in the group. */
  readonly articles: number;
  /** Affirming claims first, then denying ones. */
  readonly claims: readonly Claim[];
  /** Contradicting claims that were not requested: the other side, or other objects if the type allows only one. */
  readonly against: readonly Claim[];
  /** Contradicting claims that were also requested. They are in another group: that of the other object. */
  readonly contradictedBy: readonly LinkedClaim[];
  /**
   * The numbers of claims, articles and origins in the whole graph that support the triple. Denied and refuted claims
   * do not count.
   */
  readonly support: { readonly claims: number; readonly articles: number; readonly origins: number };
  /**
   * The number of claims in the whole graph that deny the triple, and of claims that name another object although the
   * type allows only one.
   */
  readonly opposition: { readonly denials: number; readonly others: number };
}
