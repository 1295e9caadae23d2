import { didYouMean } from "../diagnostics/nearest-names.ts";
import type { Notification } from "../diagnostics/notification.ts";
import type { Name, Statement } from "../syntax/ast.ts";
import { mentionedNames } from "./mentioned-names.ts";
import type { UsedName } from "./rewrite-extensions.ts";

/** The names in a graph, computed only if a query uses any. */
export interface KnownNames {
  readonly labels: () => Iterable<string>;
  readonly relationshipTypes: () => Iterable<string>;
  readonly propertyKeys: () => Iterable<string>;
  /** Names and aliases of nodes. */
  readonly names: () => Iterable<string>;
}

/**
 * Notes names in a query that the graph does not have: valid, since they may be added later, but often a misspelling.
 */
export function unknownNames(
  statement: Statement,
  usedNames: readonly UsedName[],
  known: KnownNames,
): Notification[] {
  const { labels, types, keys } = mentionedNames(statement);
  return [
    ...usedNames
      .filter((used) => used.names.length === 0)
      .map(({ text, span }) => note("unknown-name", `nothing is named "${text}"`, text, span, known.names())),
    ...unknown(labels, known.labels, "unknown-label", "no node has the label"),
    ...unknown(types, known.relationshipTypes, "unknown-relationship-type", "no relationship has the type"),
    ...unknown(keys, known.propertyKeys, "unknown-property-key", "nothing has the property"),
  ];
}

function unknown(
  mentioned: readonly Name[],
  known: () => Iterable<string>,
  code: Notification["code"],
  message: string,
): Notification[] {
  if (mentioned.length === 0) return [];
  const names = new Set(known());
  // A graph without any names is still empty: no note is needed.
  if (names.size === 0) return [];
  return mentioned
    .filter(({ text }) => !names.has(text))
    .map(({ text, span }) => note(code, `${message} ${text}`, text, span, names));
}

function note(
  code: Notification["code"],
  message: string,
  text: string,
  span: Notification["span"],
  known: Iterable<string>,
): Notification {
  const hint = didYouMean(text, known);
  return { code, message, span, ...(hint !== undefined && { hint }) };
}
