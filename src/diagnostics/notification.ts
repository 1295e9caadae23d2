import { sourceExcerpt } from "./source-excerpt.ts";
import { locate, type Span } from "./span.ts";

/** Something worth knowing about a query that is no error, such as a name that nobody bears. */
export interface Notification {
  /** Stable kebab-case name of the kind of notification. */
  readonly code:
    | "unknown-name"
    | "unknown-label"
    | "unknown-relationship-type"
    | "unknown-property-key"
    | "unquoted-date";
  readonly message: string;
  readonly hint?: string;
  /** Where in the query. */
  readonly span: Span;
}

/** A notification as people read it: what there is to know, the place with a caret, a way out. */
export function renderNotification({ message, hint, span }: Notification, query: string): string {
  const { line, column } = locate(query, span.start);
  const head = `note: ${message}, at line ${line}, column ${column}`;
  return [head, sourceExcerpt(query, span), ...(hint === undefined ? [] : [hint])].join("\n");
}
