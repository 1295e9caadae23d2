import { JsonTooDeep, MAX_JSON_DEPTH, parseJson } from "../import/parse-json.ts";
import type { Value } from "../values/value.ts";
import { CommandFailure } from "./command-failure.ts";

/**
 * A query parameter from `name=value`; a `$` before the name is allowed.
 *
 * @throws {@link CommandFailure} if there is no name, or the JSON is nested too deeply
 */
export function parseAssignment(text: string): [name: string, value: Value] {
  const at = text.indexOf("=");
  const name = text.slice(0, Math.max(0, at)).trim().replace(/^\$/, "");
  if (name === "") {
    throw new CommandFailure(
      `"${text}" is not a parameter; write name=value, such as limit=10 or who="Xi"`,
      2,
    );
  }
  return [name, parseParameterValue(text.slice(at + 1))];
}

/**
 * A parameter's value: parsed with Cypher's numbers if `text` is JSON, otherwise `text` itself.
 *
 * @throws {@link CommandFailure} for JSON that is nested too deeply
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
