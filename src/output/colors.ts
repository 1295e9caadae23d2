/**
 * Colours of entity types, for a light background. Those of the most frequent types can be distinguished with any
 * common form of colour blindness (a test simulates them): they are from the palettes of Okabe & Ito and of Paul Tol
 * ("muted"). A subtype has a hue related to that of its type.
 */
const TYPE_COLORS: Readonly<Record<string, string>> = {
  Person: "#d55e00",
  Journalist: "#e69f00",
  Country: "#0072b2",
  City: "#56b4e9",
  Place: "#88ccee",
  Government: "#332288",
  Organization: "#009e73",
  Publisher: "#999933",
  Group: "#117733",
  Event: "#cc79a7",
  Concept: "#aa4499",
  Document: "#882255",
  Article: "#555555",
  Thing: "#ddcc77",
  Value: "#bbbbbb",
};

/** For types of a custom vocabulary: Paul Tol's "bright" and "vibrant". */
const OTHER_COLORS = [
  "#4477aa",
  "#ee6677",
  "#228833",
  "#ccbb44",
  "#66ccee",
  "#aa3377",
  "#ee7733",
  "#0077bb",
  "#33bbee",
  "#ee3377",
  "#cc3311",
  "#44aa99",
];

/** For nodes without a type. */
const NO_TYPE_COLOR = "#bbbbbb";

/** The colour of a type, `#rrggbb`; the same for the same name in every graph and every run. */
export function typeColor(type: string | undefined): string {
  if (type === undefined || type === "") return NO_TYPE_COLOR;
  if (Object.hasOwn(TYPE_COLORS, type)) return TYPE_COLORS[type] as string;
  return OTHER_COLORS[hash(type) % OTHER_COLORS.length] as string;
}

/** The most specific of a node's labels: the first, because the loader writes a type before its supertypes. */
export function mostSpecificLabel(labels: readonly string[]): string | undefined {
  return labels[0];
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
