import { add, divide } from "../values/arithmetic.ts";
import { float } from "../values/float.ts";
import { isNumber, toDouble } from "../values/numbers.ts";
import { compareOrder } from "../values/ordering.ts";
import type { Value } from "../values/value.ts";
import { wrongType } from "./argument-checks.ts";
import type { AggregateDefinition } from "./definition.ts";

/** Functions of all rows of a group. Nulls do not count. */
export const AGGREGATES: readonly AggregateDefinition[] = [
  aggregate(
    "count",
    "count(value: Any) :: Integer",
    "How many values there are that are not null; `count(*)` counts rows.",
    () => {
      let count = 0;
      return { add: () => void count++, result: () => count };
    },
  ),
  aggregate("collect", "collect(value: Any) :: List", "All values in one list.", () => {
    const values: Value[] = [];
    return { add: (value) => void values.push(value), result: () => values };
  }),
  aggregate("sum", "sum(number: Integer | Float) :: Integer | Float", "The sum; 0 for none.", () => {
    let total: Value = 0;
    return {
      add: (value) => {
        total = add(total, numeric("sum", value));
      },
      result: () => total,
    };
  }),
  aggregate("avg", "avg(number: Integer | Float) :: Float", "The mean; null for none.", () => {
    let total: Value = 0;
    let count = 0;
    return {
      add: (value) => {
        total = add(total, float(toDouble(numeric("avg", value))));
        count++;
      },
      result: () => (count === 0 ? null : divide(total, float(count))),
    };
  }),
  extreme("min", "The first value in the order of ORDER BY; null for none.", (difference) => difference < 0),
  extreme("max", "The last value in the order of ORDER BY; null for none.", (difference) => difference > 0),
];

function aggregate(
  name: string,
  signature: string,
  description: string,
  start: AggregateDefinition["start"],
): AggregateDefinition {
  return { kind: "aggregate", name, signature, description, minimumArguments: 1, maximumArguments: 1, start };
}

function extreme(
  name: string,
  description: string,
  isBetter: (difference: number) => boolean,
): AggregateDefinition {
  return aggregate(name, `${name}(value: Any) :: Any`, description, () => {
    let best: Value = null;
    return {
      add: (value) => {
        if (best === null || isBetter(compareOrder(value, best))) best = value;
      },
      result: () => best,
    };
  });
}

function numeric(name: string, value: Value) {
  if (isNumber(value)) return value;
  throw wrongType(name, "numbers", value);
}
