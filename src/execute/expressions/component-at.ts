import type { Span } from "../../diagnostics/span.ts";
import { temporalComponent } from "../../values/temporal/components.ts";
import type { Temporal } from "../../values/temporal/temporal.ts";
import type { Value } from "../../values/value.ts";
import { placed } from "./compile-call.ts";

/** A component of a temporal value; an error gets the place of the access. */
export function componentAt(value: Temporal, name: string, span: Span): Value {
  try {
    return temporalComponent(value, name);
  } catch (error) {
    throw placed(error, span);
  }
}
