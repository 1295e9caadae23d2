import { attributeName, LABELS, TYPE } from "./attribute-names.ts";
import type { Column } from "./column.ts";
import type { GraphColumns } from "./graph-columns.ts";
import type { Attributes } from "./graphology.ts";

/** Reads the entities of imported columns as graphology attributes. Returns new objects each time. */
export interface ColumnAttributes {
  readonly ofNode: (node: number) => Attributes;
  readonly ofRelationship: (relationship: number) => Attributes;
}

export function columnAttributes({ nodes, relationships }: GraphColumns): ColumnAttributes {
  const nodeProperties = namedColumns(nodes.properties, LABELS);
  const relationshipProperties = namedColumns(relationships.properties, TYPE);
  return {
    ofNode: (node) => {
      const labels = nodes.labelSets[nodes.labelCodes[node] as number] ?? [];
      return withProperties({ [LABELS]: [...labels] }, nodeProperties, node);
    },
    ofRelationship: (relationship) => {
      const type = relationships.typeNames[relationships.types[relationship] as number];
      return withProperties({ [TYPE]: type }, relationshipProperties, relationship);
    },
  };
}

function namedColumns(columns: ReadonlyMap<string, Column>, reserved: string): [name: string, Column][] {
  return [...columns].map(([key, column]) => [attributeName(key, reserved), column]);
}

function withProperties(
  attributes: Attributes,
  columns: readonly [name: string, Column][],
  entity: number,
): Attributes {
  for (const [name, column] of columns) {
    const value = column.valueOf(entity);
    if (value !== null) attributes[name] = value;
  }
  return attributes;
}
