/** The terms annotations may use: types of entities and relationships, stances, modalities and assessments. */
export interface Vocabulary {
  readonly entityTypes: ReadonlyMap<string, EntityType>;
  readonly relationshipTypes: ReadonlyMap<string, RelationshipType>;
  /** Meanings by name, as are the next two. */
  readonly stances: ReadonlyMap<string, string>;
  readonly modalities: ReadonlyMap<string, string>;
  readonly assessments: ReadonlyMap<string, string>;
}

export interface EntityType {
  readonly name: string;
  readonly meaning: string;
  /** The more general type. */
  readonly is?: string;
}

export interface RelationshipType {
  readonly name: string;
  readonly meaning: string;
  /** Entity types it accepts, subtypes included; {@link VALUE} accepts a literal. */
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly symmetric: boolean;
  /** Whether a subject has at most one object, as an event has one date: claims with two objects contradict. */
  readonly single: boolean;
  /** Equivalents in CAMEO, PLOVER and schema.org, if any. */
  readonly counterparts: { readonly [key in "cameo" | "plover" | "schema"]?: string };
  readonly qualifiers: ReadonlyMap<string, Qualifier>;
}

export interface Qualifier {
  readonly name: string;
  readonly meaning: string;
  readonly kind: QualifierKind;
}

export const QUALIFIER_KINDS = ["text", "number", "entity", "date"] as const;
export type QualifierKind = (typeof QUALIFIER_KINDS)[number];

/** The built-in entity types: an annotated article, and a literal such as "3.5 hours". */
export const ARTICLE = "Article";
export const VALUE = "Value";

export const DEFAULT_STANCE = "affirmed";
export const DEFAULT_MODALITY = "actual";

/** The labels of a node: `type` and its ancestors, most specific first. */
export function labelChain(entityTypes: Vocabulary["entityTypes"], type: string): readonly string[] {
  const labels: string[] = [];
  for (let at: string | undefined = type; at !== undefined && !labels.includes(at); ) {
    labels.push(at);
    const parent: string | undefined = entityTypes.get(at)?.is;
    at = parent !== undefined && entityTypes.has(parent) ? parent : undefined;
  }
  return labels;
}
