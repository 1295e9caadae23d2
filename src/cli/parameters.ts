import { JsonTooDeep, MAX_JSON_DEPTH, parseJson } from "../import/parse-json.ts";
import type { Value } from "../values/value.ts";
import { CommandFailure } from "./command-failure.ts";

/** A parameter of a query from `name=value`; a `$` before the name is allowed. Throws {@link CommandFailure}. */
export function parseAssignment(text: string): [name: string, value: Value] {
  const at = text.indexOf("=");
  const name = text.slice(0, Math.max(0, at)).trim().replace(/^\$/, "");
  if (name === "") {
    throw new CommandFailure(`"${text}" is no parameter; write name=value, such as limit=10 or who="Xi"`, 2);
  }
  return [name, parseParameterValue(text.slice(at + 1))];
}

/**
 * A parameter's value: JSON if `text` is JSON, with the numbers of Cypher, and the text itself otherwise. Throws
 * {@link CommandFailure} for JSON that is nested too deeply.
 */
export function parseParameterValue(text: string): Value {
  const trimmed = text.trim();
  if (/^-?(0|[1-9]\d*)$/.test(trimmed)) {
    return Number.isSafeInteger(Number(trimmed)) ? Number(trimmed) : BigInt(trimmed);
  }
  try {
    return parseJson(text) as Value;
  } catch (error) {
    if (!(error instanceof JsonTooDeep)) return text;
    throw new CommandFailure(`the parameter's JSON is nested more than ${MAX_JSON_DEPTH} levels deep`, 2);
  }
}
