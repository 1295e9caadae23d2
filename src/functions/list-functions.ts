import { CypherError } from "../diagnostics/cypher-error.ts";
import { type Budget, MAX_LIST, makeList } from "../values/budget.ts";
import { type Integer, integer, isInteger } from "../values/numbers.ts";
import { isList, typeName } from "../values/type-name.ts";
import type { Value, ValueList } from "../values/value.ts";
import { wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";

/** Functions of lists, and `coalesce`, which treats its arguments as a list. */
export const LIST_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    kind: "function",
    name: "coalesce",
    signature: "coalesce(value: Any, …) :: Any",
    description: "The first argument that is not null.",
    acceptsNull: true,
    call: (args) => args.find((value) => value !== null) ?? null,
  },
  {
    kind: "function",
    name: "size",
    signature: "size(value: List | String) :: Integer",
    description: "The number of items of a list, or of characters of a string.",
    call: ([value = null]) => {
      if (typeof value === "string" || isList(value)) return value.length;
      throw wrongType("size", "a List or a String", value);
    },
  },
  onList("head", "Any", "The first item, or null.", (list) => list[0] ?? null),
  onList("last", "Any", "The last item, or null.", (list) => list.at(-1) ?? null),
  onList("tail", "List", "All items but the first.", (list, budget) => {
    makeList(budget, list.length);
    return list.slice(1);
  }),
  {
    kind: "function",
    name: "range",
    signature: "range(from: Any, to: Any [, step: Any]) :: List",
    description:
      "The integers from `from` to `to` (inclusive), in steps of 1 or `step`. All three are Integers.",
    call: ([from, to, step = 1], { budget }) => range(bound(from), bound(to), bound(step), budget),
  },
];

/** The TCK has a separate error for the bounds of range(). */
function bound(value: Value | undefined): Integer {
  if (value !== undefined && isInteger(value)) return value;
  throw new CypherError("RangeOverNonInteger", `range() takes Integers, not ${typeName(value ?? null)}`);
}

function range(from: Integer, to: Integer, step: Integer, budget: Budget): ValueList {
  const distance = BigInt(to) - BigInt(from);
  const by = BigInt(step);
  if (by === 0n) throw new CypherError("NumberOutOfRange", "range() takes a step other than 0");
  const length = distance * by < 0n ? 0n : distance / by + 1n;
  if (length > MAX_LIST) {
    throw new CypherError(
      "NumberOutOfRange",
      `range() returns at most ${MAX_LIST} integers, but ${length} were requested`,
    );
  }
  const count = Number(length);
  makeList(budget, count);
  const items: Value[] = new Array(count);
  const isExact =
    typeof from === "number" && typeof step === "number" && Number.isSafeInteger(Number(distance));
  if (isExact && typeof to === "number") {
    for (let at = 0; at < count; at++) items[at] = from + at * step;
    return items;
  }
  for (let at = 0; at < count; at++) {
    budget.spend(1);
    items[at] = integer(BigInt(from) + BigInt(at) * by);
  }
  return items;
}

function onList(
  name: string,
  result: string,
  description: string,
  take: (list: ValueList, budget: Budget) => Value,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(list: List) :: ${result}`,
    description,
    call: ([list = null], { budget }) => {
      if (isList(list)) return take(list, budget);
      throw wrongType(name, "a List", list);
    },
  };
}
