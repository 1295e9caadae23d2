import { CypherError } from "../diagnostics/cypher-error.ts";
import { add, divide } from "../values/arithmetic.ts";
import { addItem } from "../values/budget.ts";
import { type Float, float } from "../values/float.ts";
import { type Integer, isNumber, toDouble } from "../values/numbers.ts";
import { compareOrder } from "../values/ordering.ts";
import { isDuration } from "../values/temporal/temporal.ts";
import type { Value } from "../values/value.ts";
import { wrongType } from "./argument-checks.ts";
import type { AggregateDefinition } from "./definition.ts";

/** Functions of all rows of a group. They ignore nulls. */
export const AGGREGATES: readonly AggregateDefinition[] = [
  aggregate(
    "count",
    "count(value: Any) :: Integer",
    "The number of values that are not null; `count(*)` counts rows.",
    () => {
      let count = 0;
      return { add: () => void count++, result: () => count };
    },
  ),
  {
    ...aggregate("collect", "collect(value: Any) :: List", "All values in one list.", (_, budget) => {
      const values: Value[] = [];
      return {
        add: (value) => {
          addItem(budget, values);
          values.push(value);
        },
        result: () => values,
      };
    }),
    holds: "all",
  },
  aggregate(
    "sum",
    "sum(amount: Integer | Float | Duration) :: Integer | Float | Duration",
    "The sum; 0 for no values.",
    (_, budget) => {
      let total: Value | undefined;
      return {
        add: (value) => {
          const amount = isDuration(value) ? value : numeric("sum", value);
          total = total === undefined ? amount : add(total, amount, budget);
        },
        result: () => total ?? 0,
      };
    },
  ),
  aggregate(
    "avg",
    "avg(amount: Integer | Float | Duration) :: Float | Duration",
    "The mean; null for no values.",
    (_, budget) => {
      let total: Value | undefined;
      let count = 0;
      return {
        add: (value) => {
          const amount = isDuration(value) ? value : float(toDouble(numeric("avg", value)));
          total = total === undefined ? amount : add(total, amount, budget);
          count++;
        },
        result: () => (total === undefined ? null : divide(total, float(count))),
      };
    },
  ),
  extreme(
    "min",
    "The first value in the order of ORDER BY; null for no values.",
    (difference) => difference < 0,
  ),
  percentile(
    "percentileDisc",
    "The smallest value such that at least the given share of all values is not greater.",
    (sorted, share) => {
      const at = Math.max(0, Math.ceil(share * sorted.length) - 1);
      return sorted[at] ?? null;
    },
  ),
  percentile(
    "percentileCont",
    "The value at the given share of the sorted values, interpolated between two of them if needed.",
    (sorted, share) => {
      const position = share * (sorted.length - 1);
      const below = toDouble(sorted[Math.floor(position)] ?? 0);
      const above = toDouble(sorted[Math.ceil(position)] ?? 0);
      return float(below + (above - below) * (position - Math.floor(position)));
    },
  ),
  deviation(
    "stDev",
    "The standard deviation of a sample; 0 for fewer than two values.",
    (count) => count - 1,
  ),
  deviation("stDevP", "The standard deviation of a whole population; 0 for no values.", (count) => count),
  extreme(
    "max",
    "The last value in the order of ORDER BY; null for no values.",
    (difference) => difference > 0,
  ),
];

function aggregate(
  name: string,
  signature: string,
  description: string,
  start: AggregateDefinition["start"],
): AggregateDefinition {
  return { kind: "aggregate", name, signature, description, start };
}

function extreme(
  name: string,
  description: string,
  isBetter: (difference: number) => boolean,
): AggregateDefinition {
  const definition = aggregate(name, `${name}(value: Any) :: Any`, description, (_, budget) => {
    let best: Value = null;
    return {
      add: (value) => {
        if (best === null || isBetter(compareOrder(value, best, budget))) best = value;
      },
      result: () => best,
    };
  });
  return { ...definition, holds: "one" };
}

function percentile(
  name: string,
  description: string,
  pick: (sorted: readonly (Integer | Float)[], share: number) => Value,
): AggregateDefinition {
  return {
    kind: "aggregate",
    name,
    signature: `${name}(number: Integer | Float, share: Integer | Float) :: Integer | Float`,
    description: `${description} The share is from 0.0 to 1.0; null for no values.`,
    holds: "all",
    start: ([share = null], budget) => {
      if (!isNumber(share)) throw wrongType(name, "a number as its share", share);
      const fraction = toDouble(share);
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new CypherError("NumberOutOfRange", `${name}() takes a share from 0.0 to 1.0, not ${fraction}`);
      }
      const numbers: (Integer | Float)[] = [];
      return {
        add: (value) => {
          addItem(budget, numbers);
          numbers.push(numeric(name, value));
        },
        result: () => {
          const sorted = numbers.sort((one, other) => {
            budget.spend(1);
            return compareOrder(one, other);
          });
          return sorted.length === 0 ? null : pick(sorted, fraction);
        },
      };
    },
  };
}

/** Uses Welford's method, which does not lose precision if the mean is large. */
function deviation(
  name: string,
  description: string,
  divisor: (count: number) => number,
): AggregateDefinition {
  return aggregate(name, `${name}(number: Integer | Float) :: Float`, description, () => {
    let count = 0;
    let mean = 0;
    let squares = 0;
    return {
      add: (value) => {
        const number = toDouble(numeric(name, value));
        const difference = number - mean;
        count++;
        mean += difference / count;
        squares += difference * (number - mean);
      },
      result: () => float(count < 2 ? 0 : Math.sqrt(squares / divisor(count))),
    };
  });
}

function numeric(name: string, value: Value) {
  if (isNumber(value)) return value;
  throw wrongType(name, "numbers", value);
}
