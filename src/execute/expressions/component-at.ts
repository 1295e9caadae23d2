import type { Span } from "../../diagnostics/span.ts";
import { temporalComponent } from "../../values/temporal/components.ts";
import type { Temporal } from "../../values/temporal/temporal.ts";
import type { Value } from "../../values/value.ts";
import { placed } from "./compile-call.ts";

/**
 * Reads a component of a temporal value.
 *
 * @throws CypherError with the span of the access, if there is no such component
 */
export function componentAt(value: Temporal, name: string, span: Span): Value {
  try {
    return temporalComponent(value, name);
  } catch (error) {
    throw placed(error, span);
  }
}
