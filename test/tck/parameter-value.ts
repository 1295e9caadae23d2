import { float } from "../../src/values/float.ts";
import type { ExpectedValue } from "./expected-value.ts";

/** A value of a TCK table as a query parameter. */
export function parameterValue(value: ExpectedValue): unknown {
  switch (value.kind) {
    case "null":
      return null;
    case "integer":
      return Number.isSafeInteger(Number(value.value)) ? Number(value.value) : value.value;
    case "float":
      return float(value.value);
    case "list":
      return value.items.map(parameterValue);
    case "map":
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, parameterValue(item)]));
    case "boolean":
    case "string":
      return value.value;
    default:
      throw new Error(`a ${value.kind} cannot be a parameter`);
  }
}
