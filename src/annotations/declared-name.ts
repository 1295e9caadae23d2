import { didYouMean } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { LocatedScalar } from "./located.ts";
import type { Report } from "./report.ts";
import { ARTICLE, VALUE, type Vocabulary } from "./vocabulary.ts";

export type EntityTypes = Vocabulary["entityTypes"];

/** Names of qualifiers and entity properties, which become property names in the graph. */
export const PROPERTY_NAME = /^[a-z][A-Za-z0-9_]*$/;

interface NameRule {
  readonly pattern: RegExp;
  readonly example: string;
  readonly report: Report;
}

/** Whether `name` may be declared: it matches the rule's pattern and is not in `taken`. Reports a fault if not. */
export function isNewName(name: LocatedScalar, taken: ReadonlyMap<string, unknown>, rule: NameRule): boolean {
  if (!rule.pattern.test(name.text)) {
    const hint = `write it like ${rule.example}`;
    rule.report("bad-name", name.span, `${shortened(name.text)} is not a valid name here`, hint);
    return false;
  }
  if (!taken.has(name.text)) return true;
  const builtIn = name.text === ARTICLE || name.text === VALUE;
  const met = builtIn ? `the type ${name.text} is built in` : `the type ${name.text} is declared already`;
  rule.report("duplicate-type", name.span, met, "leave one of the two out");
  return false;
}

/** Whether `name` is an entity type of the vocabulary. Reports a fault if not. */
export function isEntityType(name: LocatedScalar, types: EntityTypes, report: Report): boolean {
  if (types.has(name.text)) return true;
  const hint = didYouMean(name.text, types.keys()) ?? "declare it under entityTypes:";
  report("unknown-entity-type", name.span, `no entity type ${shortened(name.text)}`, hint);
  return false;
}
