import { oneOf } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import { foldName } from "../graph/fold-name.ts";
import type { ClaimEnd } from "./claim.ts";
import type { ClaimContext } from "./claim-context.ts";
import { declarationHint } from "./declaration-hint.ts";
import { type LocatedScalar, spanWithin } from "./located.ts";
import { isTriple, parseTriple, type TriplePart } from "./parse-triple.ts";
import { readLiteral } from "./read-literal.ts";
import { resolveName } from "./resolve-name.ts";
import { ARTICLE, labelChain, type RelationshipType, VALUE } from "./vocabulary.ts";

/** A triple whose type is in the vocabulary; a subject or object with a fault is undefined. */
export interface CheckedTriple {
  readonly subject: ClaimEnd | undefined;
  readonly type: RelationshipType;
  readonly object: ClaimEnd | undefined;
}

const THIS_ARTICLE = "this article";

/** Reads a claim's triple, resolves its subject and object, and checks them against its type. */
export function readTriple(scalar: LocatedScalar, context: ClaimContext): CheckedTriple | undefined {
  const { relationshipTypes } = context.vocabulary;
  const parsed = parseTriple(scalar.text, relationshipTypes);
  if (!isTriple(parsed)) {
    const { code, start, end, message, hint } = parsed;
    context.report(code, spanWithin(scalar, start, end), message, hint);
    return undefined;
  }
  const type = relationshipTypes.get(parsed.type.text);
  if (type === undefined) return undefined;
  const subject = readEnd(scalar, parsed.subject, { role: "subject", type, context });
  const object = readEnd(scalar, parsed.object, { role: "object", type, context });
  return { subject, type, object };
}

interface EndRule {
  readonly role: "subject" | "object";
  readonly type: RelationshipType;
  readonly context: ClaimContext;
}

function readEnd(scalar: LocatedScalar, part: TriplePart, rule: EndRule): ClaimEnd | undefined {
  const { index, report, articleId } = rule.context;
  const place = { span: spanWithin(scalar, part.start, part.end), text: part.text };
  if (index.find(part.text).length === 0) {
    if (!part.quoted && foldName(part.text) === THIS_ARTICLE) {
      return checked(ARTICLE, { kind: "article", article: articleId }, { place, rule });
    }
    const literal = readLiteral(part);
    // A quoted text may also be a name; an unquoted number or date may not.
    if (literal !== undefined && (!part.quoted || admits(VALUE, rule))) {
      return checked(VALUE, { kind: "literal", literal }, { place, rule });
    }
  }
  const declaration = declarationHint(part.text, rule.type[rule.role]);
  const otherwise = admits(VALUE, rule)
    ? `put a text that is not a name in double quotes, or ${declaration}`
    : declaration;
  const entity = resolveName({ ...place, otherwise }, index, report);
  return entity && checked(entity.type, { kind: "entity", entity }, { place, rule });
}

/** Returns `end`, which is of `entityType`, if the relationship type accepts it there; otherwise reports a fault. */
function checked(
  entityType: string,
  end: ClaimEnd,
  { place, rule }: { place: { text: string; span: Span }; rule: EndRule },
): ClaimEnd | undefined {
  if (admits(entityType, rule)) return end;
  const { role, type, context } = rule;
  const others = context.index.bearers(place.text).filter((bearer) => admits(bearer.type, rule));
  const hint =
    others.length > 0
      ? `did you mean ${oneOf(others.map((bearer) => bearer.name))}?`
      : `it takes ${oneOf(type[role])}`;
  const met = `${type.name} takes no ${entityType} as ${role} (${shortened(place.text)})`;
  context.report(`${role}-type`, place.span, met, hint);
  return undefined;
}

/** Whether the type accepts `entityType`. True for unknown or faulty vocabulary entries: they are reported already. */
function admits(entityType: string, { role, type, context }: EndRule): boolean {
  const { entityTypes } = context.vocabulary;
  const admitted = type[role];
  if (admitted.length === 0 || !entityTypes.has(entityType)) return true;
  return labelChain(entityTypes, entityType).some((label) => admitted.includes(label));
}
