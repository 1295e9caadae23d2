import { CypherError } from "../diagnostics/cypher-error.ts";
import { type Integer, integer, isInteger } from "../values/numbers.ts";
import { isList, typeName } from "../values/type-name.ts";
import type { Value, ValueList } from "../values/value.ts";
import { wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";

/** More items than any list should be made of in one call. */
const MAX_RANGE = 10_000_000;

/** Functions of lists, and `coalesce`, which takes its arguments as one. */
export const LIST_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    kind: "function",
    name: "coalesce",
    signature: "coalesce(value: Any, …) :: Any",
    description: "The first argument that is not null.",
    minimumArguments: 1,
    maximumArguments: Number.POSITIVE_INFINITY,
    acceptsNull: true,
    call: (args) => args.find((value) => value !== null) ?? null,
  },
  {
    kind: "function",
    name: "size",
    signature: "size(value: List | String) :: Integer",
    description: "How many items a list has, or characters a string.",
    minimumArguments: 1,
    maximumArguments: 1,
    call: ([value = null]) => {
      if (typeof value === "string" || isList(value)) return value.length;
      throw wrongType("size", "a List or a String", value);
    },
  },
  onList("head", "Any", "The first item, or null.", (list) => list[0] ?? null),
  onList("last", "Any", "The last item, or null.", (list) => list.at(-1) ?? null),
  onList("tail", "List", "All items but the first.", (list) => list.slice(1)),
  {
    kind: "function",
    name: "range",
    signature: "range(from: Any, to: Any [, step: Any]) :: List",
    description:
      "The integers from `from` to `to`, both included, by steps of 1 or `step`. All three are Integers.",
    minimumArguments: 2,
    maximumArguments: 3,
    call: ([from, to, step = 1]) => range(bound(from), bound(to), bound(step)),
  },
];

/** The kit has an error of its own for the bounds of range(). */
function bound(value: Value | undefined): Integer {
  if (value !== undefined && isInteger(value)) return value;
  throw new CypherError("RangeOverNonInteger", `range() takes Integers, not ${typeName(value ?? null)}`);
}

function range(from: Integer, to: Integer, step: Integer): ValueList {
  const distance = BigInt(to) - BigInt(from);
  const by = BigInt(step);
  if (by === 0n) throw new CypherError("NumberOutOfRange", "range() takes no step of 0");
  const length = distance * by < 0n ? 0n : distance / by + 1n;
  if (length > MAX_RANGE) {
    throw new CypherError(
      "NumberOutOfRange",
      `range() makes at most ${MAX_RANGE} integers, and was asked for ${length}`,
    );
  }
  const isExact =
    typeof from === "number" && typeof step === "number" && Number.isSafeInteger(Number(distance));
  if (isExact && typeof to === "number") {
    return Array.from({ length: Number(length) }, (_, at) => from + at * step);
  }
  return Array.from({ length: Number(length) }, (_, at) => integer(BigInt(from) + BigInt(at) * by));
}

function onList(
  name: string,
  result: string,
  description: string,
  take: (list: ValueList) => Value,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(list: List) :: ${result}`,
    description,
    minimumArguments: 1,
    maximumArguments: 1,
    call: ([list = null]) => {
      if (isList(list)) return take(list);
      throw wrongType(name, "a List", list);
    },
  };
}
