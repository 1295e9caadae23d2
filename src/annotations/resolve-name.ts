import { nearestNames, oneOf } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import { declarationHint } from "./declaration-hint.ts";
import type { Entity, EntityIndex } from "./entity-index.ts";
import type { LocatedScalar } from "./located.ts";
import type { Report } from "./report.ts";

/** A name in a file: its text and its place. */
export interface NameInFile {
  readonly text: string;
  readonly span: Span;
  /** The hint if no similar name exists. */
  readonly otherwise?: string;
}

/** Finds the entity that `name` refers to. Reports a fault and returns `undefined` if there is none or several. */
export function resolveName(name: NameInFile, index: EntityIndex, report: Report): Entity | undefined {
  const [entity, ...others] = index.find(name.text);
  if (entity === undefined) {
    const near = nearestNames(name.text, index.names());
    const hint =
      near.length > 0 ? `did you mean ${oneOf(near)}?` : (name.otherwise ?? declarationHint(name.text));
    report("unknown-entity", name.span, `no entity is called ${shortened(name.text)}`, hint);
    return undefined;
  }
  if (others.length > 0) {
    const hint = `write ${oneOf([entity, ...others].map((bearer) => bearer.name))}`;
    report("ambiguous-alias", name.span, `several entities are called ${shortened(name.text)}`, hint);
    return undefined;
  }
  return entity;
}

/** {@link resolveName} for several names; names without an entity are left out. */
export function resolveNames(
  names: readonly LocatedScalar[],
  index: EntityIndex,
  report: Report,
): readonly Entity[] {
  return names.flatMap((name) => resolveName(name, index, report) ?? []);
}
