import type {
  LengthRange,
  MapLiteral,
  NodePattern,
  Parameter,
  PatternPart,
  RelationshipPattern,
} from "./ast.ts";
import { SHORTEST_PATH_FUNCTIONS } from "./keywords.ts";
import { printName, printString } from "./print-name.ts";

type PrintProperties = (properties: MapLiteral | Parameter) => string;

/** @param printProperties prints the expressions in a pattern; a parameter, since expressions can contain patterns */
export function printPattern(part: PatternPart, printProperties: PrintProperties): string {
  const path = part.variable === undefined ? "" : `${printName(part.variable.name)} = `;
  const steps = part.steps.map(
    ({ relationship, node }) =>
      printRelationship(relationship, printProperties) + printNode(node, printProperties),
  );
  const pattern = printNode(part.start, printProperties) + steps.join("");
  return (
    path + (part.shortest === undefined ? pattern : `${SHORTEST_PATH_FUNCTIONS[part.shortest]}(${pattern})`)
  );
}

function printNode(
  { variable, name, labels, properties }: NodePattern,
  printProperties: PrintProperties,
): string {
  const head = (variable === undefined ? "" : printName(variable.name)) + labelsBefore(name, labels);
  const parts = [
    head,
    name === undefined ? "" : printString(name.value) + labelText(labels),
    properties && printProperties(properties),
  ];
  return `(${parts.filter((part) => part !== undefined && part !== "").join(" ")})`;
}

/** The labels, unless the node has a name: labels follow the name. */
function labelsBefore(name: NodePattern["name"], labels: NodePattern["labels"]): string {
  return name === undefined ? labelText(labels) : "";
}

function labelText(labels: NodePattern["labels"]): string {
  return labels.map(({ text }) => `:${printName(text)}`).join("");
}

function printRelationship(pattern: RelationshipPattern, printProperties: PrintProperties): string {
  const { variable, types, length, properties, direction } = pattern;
  const head = [
    variable === undefined ? "" : printName(variable.name),
    types.length === 0 ? "" : `:${types.map(({ text }) => printName(text)).join("|")}`,
    length === undefined ? "" : printLength(length),
  ].join("");
  const inside = [head, properties === undefined ? "" : printProperties(properties)]
    .filter((part) => part !== "")
    .join(" ");
  const detail = inside === "" ? "" : `[${inside}]`;
  return `${direction === "incoming" ? "<-" : "-"}${detail}${direction === "outgoing" ? "->" : "-"}`;
}

function printLength({ minimum, maximum }: LengthRange): string {
  if (minimum === undefined && maximum === undefined) return "*";
  return minimum === maximum ? `*${minimum}` : `*${minimum ?? ""}..${maximum ?? ""}`;
}
