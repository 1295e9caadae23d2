/**
 * Entities → warnings if a name refers to several entities of one type. A government and its seat often share a name,
 * so that case is reported only where the name is used. Two persons who share a name may be the same person, or a
 * query cannot distinguish them.
 */
import type { Fault } from "../diagnostics/fault.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { locate } from "../diagnostics/span.ts";
import { foldName } from "../graph/fold-name.ts";
import type { DeclaredEntity } from "./read-entities.ts";
import { reportInto } from "./report.ts";
import { labelChain, type Vocabulary } from "./vocabulary.ts";

/** A warning at the later of two entities of one type, or of a type and its subtype, that share a name or alias. */
export function aliasClashFaults(
  declarations: readonly DeclaredEntity[],
  { entityTypes }: Pick<Vocabulary, "entityTypes">,
): readonly Fault[] {
  const faults: Fault[] = [];
  const isKind = (a: string, b: string) => labelChain(entityTypes, a).includes(b);
  const bearers = new Map<string, DeclaredEntity[]>();
  for (const declared of declarations) {
    const { entity, source, span } = declared;
    const names = new Map([entity.name, ...entity.aliases].map((name) => [foldName(name), name]));
    for (const [folded, name] of names) {
      const others = bearers.get(folded) ?? [];
      for (const other of others) {
        const { type } = other.entity;
        if (!isKind(entity.type, type) && !isKind(type, entity.type)) continue;
        const place = `${other.source.path}:${locate(other.source.text, other.span.start).line}`;
        const met = `${entity.name} and ${other.entity.name} (${place}) are both called ${shortened(name)}`;
        const hint = "keep the name for one of them; if both are the same entity, merge them";
        reportInto(faults, source)("alias-clash", span, met, hint);
      }
      bearers.set(folded, [...others, declared]);
    }
  }
  return faults;
}
