import { type Budget, makeList, makeText } from "../values/budget.ts";
import { isList } from "../values/type-name.ts";
import { lengthArgument, stringArgument, wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";
import { part, pieces, replaceAll, reversed, trimmed } from "./long-texts.ts";

/** Functions of strings. Positions and lengths are in UTF-16 units, as in other Cypher engines. */
export const STRING_FUNCTIONS: readonly FunctionDefinition[] = [
  onText("toUpper", "in upper case", (text, budget) => {
    makeText(budget, text.length);
    return text.toUpperCase();
  }),
  onText("toLower", "in lower case", (text, budget) => {
    makeText(budget, text.length);
    return text.toLowerCase();
  }),
  onText("trim", "without whitespace at both ends", (text, budget) =>
    trimmed(text, (whole) => whole.trim(), budget),
  ),
  onText("lTrim", "without whitespace at the start", (text, budget) =>
    trimmed(text, (whole) => whole.trimStart(), budget),
  ),
  onText("rTrim", "without whitespace at the end", (text, budget) =>
    trimmed(text, (whole) => whole.trimEnd(), budget),
  ),
  {
    kind: "function",
    name: "replace",
    signature: "replace(text: String, search: String, replacement: String) :: String",
    description: "The text with each occurrence of `search` replaced.",
    call: ([text, search, replacement], { budget }) =>
      replaceAll(
        stringArgument("replace", text),
        stringArgument("replace", search),
        stringArgument("replace", replacement),
        budget,
      ),
  },
  {
    kind: "function",
    name: "substring",
    signature: "substring(text: String, start: Integer [, length: Integer]) :: String",
    description: "The part of the text from `start` (0-based), to the end or with the given length.",
    call: ([text, start, length], { budget }) => {
      const from = lengthArgument("substring", start);
      const to = length === undefined ? undefined : from + lengthArgument("substring", length);
      return part(stringArgument("substring", text), from, to, budget);
    },
  },
  {
    kind: "function",
    name: "left",
    signature: "left(text: String, length: Integer) :: String",
    description: "The first `length` characters.",
    call: ([text, length], { budget }) =>
      part(stringArgument("left", text), 0, lengthArgument("left", length), budget),
  },
  {
    kind: "function",
    name: "right",
    signature: "right(text: String, length: Integer) :: String",
    description: "The last `length` characters.",
    call: ([text, length], { budget }) => {
      const whole = stringArgument("right", text);
      return part(whole, Math.max(0, whole.length - lengthArgument("right", length)), undefined, budget);
    },
  },
  {
    kind: "function",
    name: "split",
    signature: "split(text: String, separator: String) :: List",
    description: "The parts of the text between separators.",
    call: ([text, separator], { budget }) =>
      pieces(stringArgument("split", text), stringArgument("split", separator), budget),
  },
  {
    kind: "function",
    name: "reverse",
    signature: "reverse(value: String | List) :: String | List",
    description: "The characters or items in reverse order.",
    call: ([value = null], { budget }) => {
      if (typeof value === "string") return reversed(value, budget);
      if (isList(value)) {
        makeList(budget, value.length);
        return value.toReversed();
      }
      throw wrongType("reverse", "a String or a List", value);
    },
  },
];

function onText(
  name: string,
  result: string,
  change: (text: string, budget: Budget) => string,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(text: String) :: String`,
    description: `The text ${result}.`,
    call: ([text], { budget }) => change(stringArgument(name, text), budget),
  };
}
