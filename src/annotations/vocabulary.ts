/** What annotations may say: the types of entities and relationships, and a claimant's stances. */
export interface Vocabulary {
  readonly entityTypes: ReadonlyMap<string, EntityType>;
  readonly relationshipTypes: ReadonlyMap<string, RelationshipType>;
  /** Name to meaning, as the next two. */
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
  /** Entity types that it takes, subtypes included; {@link VALUE} lets a literal stand here. */
  readonly subject: readonly string[];
  readonly object: readonly string[];
  readonly symmetric: boolean;
  /** Whether a subject has one object at most, as an event has one date: claims of two contradict each other. */
  readonly single: boolean;
  /** Counterparts in CAMEO, PLOVER and schema.org, as far as there are any. */
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

/** `type` and its ever more general types, most special first: the labels of a node. */
export function labelChain(entityTypes: Vocabulary["entityTypes"], type: string): readonly string[] {
  const labels: string[] = [];
  for (let at: string | undefined = type; at !== undefined && !labels.includes(at); ) {
    labels.push(at);
    const parent: string | undefined = entityTypes.get(at)?.is;
    at = parent !== undefined && entityTypes.has(parent) ? parent : undefined;
  }
  return labels;
}
