import { isList } from "../values/type-name.ts";
import { lengthArgument, stringArgument, wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";

/** Functions of text. Positions and lengths are in UTF-16 units, as in the engines that users come from. */
export const STRING_FUNCTIONS: readonly FunctionDefinition[] = [
  onText("toUpper", "in capitals", (text) => text.toUpperCase()),
  onText("toLower", "in small letters", (text) => text.toLowerCase()),
  onText("trim", "without white space at its ends", (text) => text.trim()),
  onText("lTrim", "without white space at its start", (text) => text.trimStart()),
  onText("rTrim", "without white space at its end", (text) => text.trimEnd()),
  {
    kind: "function",
    name: "replace",
    signature: "replace(text: String, search: String, replacement: String) :: String",
    description: "The text with each occurrence of `search` replaced.",
    minimumArguments: 3,
    maximumArguments: 3,
    call: ([text, search, replacement]) =>
      stringArgument("replace", text).replaceAll(stringArgument("replace", search), () =>
        stringArgument("replace", replacement),
      ),
  },
  {
    kind: "function",
    name: "substring",
    signature: "substring(text: String, start: Integer [, length: Integer]) :: String",
    description: "The part of the text from `start` (0-based), to its end or of the given length.",
    minimumArguments: 2,
    maximumArguments: 3,
    call: ([text, start, length]) => {
      const from = lengthArgument("substring", start);
      const to = length === undefined ? undefined : from + lengthArgument("substring", length);
      return stringArgument("substring", text).slice(from, to);
    },
  },
  {
    kind: "function",
    name: "left",
    signature: "left(text: String, length: Integer) :: String",
    description: "The first `length` characters.",
    minimumArguments: 2,
    maximumArguments: 2,
    call: ([text, length]) => stringArgument("left", text).slice(0, lengthArgument("left", length)),
  },
  {
    kind: "function",
    name: "right",
    signature: "right(text: String, length: Integer) :: String",
    description: "The last `length` characters.",
    minimumArguments: 2,
    maximumArguments: 2,
    call: ([text, length]) => {
      const whole = stringArgument("right", text);
      return whole.slice(Math.max(0, whole.length - lengthArgument("right", length)));
    },
  },
  {
    kind: "function",
    name: "split",
    signature: "split(text: String, separator: String) :: List",
    description: "The pieces of the text between separators.",
    minimumArguments: 2,
    maximumArguments: 2,
    call: ([text, separator]) => stringArgument("split", text).split(stringArgument("split", separator)),
  },
  {
    kind: "function",
    name: "reverse",
    signature: "reverse(value: String | List) :: String | List",
    description: "The characters or items in opposite order.",
    minimumArguments: 1,
    maximumArguments: 1,
    call: ([value = null]) => {
      if (typeof value === "string") return [...value].reverse().join("");
      if (isList(value)) return value.toReversed();
      throw wrongType("reverse", "a String or a List", value);
    },
  },
];

function onText(name: string, result: string, change: (text: string) => string): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(text: String) :: String`,
    description: `The text ${result}.`,
    minimumArguments: 1,
    maximumArguments: 1,
    call: ([text]) => change(stringArgument(name, text)),
  };
}
