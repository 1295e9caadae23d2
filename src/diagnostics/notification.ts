import { sourceExcerpt } from "./source-excerpt.ts";
import { locate, type Span } from "./span.ts";

/** A note about a query that is not an error, such as a name that is not in the graph. */
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

/** Formats a notification for people: message, source line with a caret, hint. */
export function renderNotification({ message, hint, span }: Notification, query: string): string {
  const { line, column } = locate(query, span.start);
  const head = `note: ${message}, at line ${line}, column ${column}`;
  return [head, sourceExcerpt(query, span), ...(hint === undefined ? [] : [hint])].join("\n");
}
