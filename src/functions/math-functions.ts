import { negate } from "../values/arithmetic.ts";
import { float } from "../values/float.ts";
import { isInteger, toDouble } from "../values/numbers.ts";
import { numberArgument } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";

/** Functions of numbers. All return floats except `abs`, which keeps the type, and `sign`. */
export const MATH_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    kind: "function",
    name: "abs",
    signature: "abs(number: Integer | Float) :: Integer | Float",
    description: "The number without its sign.",
    call: ([value]) => {
      const number = numberArgument("abs", value);
      if (isInteger(number)) return number < 0 ? negate(number) : number;
      return float(Math.abs(toDouble(number)));
    },
  },
  {
    kind: "function",
    name: "sign",
    signature: "sign(number: Integer | Float) :: Integer",
    description: "-1, 0 or 1.",
    call: ([value]) => Math.sign(toDouble(numberArgument("sign", value))) + 0,
  },
  onDouble("ceil", "The smallest integer that is not less, as a float.", Math.ceil),
  onDouble("floor", "The largest integer that is not greater, as a float.", Math.floor),
  onDouble("round", "The nearest integer, as a float; halves are rounded up.", Math.round),
  onDouble("sqrt", "The square root.", Math.sqrt),
  onDouble("exp", "e to the power of the number.", Math.exp),
  onDouble("log", "The natural logarithm.", Math.log),
  onDouble("log10", "The logarithm to base 10.", Math.log10),
  onDouble("sin", "The sine of radians.", Math.sin),
  onDouble("cos", "The cosine of radians.", Math.cos),
  onDouble("tan", "The tangent of radians.", Math.tan),
  onDouble("asin", "The arcsine in radians.", Math.asin),
  onDouble("acos", "The arccosine in radians.", Math.acos),
  onDouble("atan", "The arctangent in radians.", Math.atan),
  onDouble("cot", "The cotangent of radians.", (radians) => 1 / Math.tan(radians)),
  onDouble("haversin", "Half of the versine of radians.", (radians) => Math.sin(radians / 2) ** 2),
  onDouble("degrees", "Radians converted to degrees.", (radians) => (radians * 180) / Math.PI),
  onDouble("radians", "Degrees converted to radians.", (degrees) => (degrees * Math.PI) / 180),
  {
    kind: "function",
    name: "atan2",
    signature: "atan2(y: Integer | Float, x: Integer | Float) :: Float",
    description: "The angle of the point (x, y) in radians.",
    call: ([y, x]) =>
      float(Math.atan2(toDouble(numberArgument("atan2", y)), toDouble(numberArgument("atan2", x)))),
  },
  constant("pi", "The number π.", () => Math.PI),
  constant("e", "The number e.", () => Math.E),
  {
    ...constant("rand", "A random number from 0 (inclusive) to 1 (exclusive).", Math.random),
    isRandom: true,
  },
];

function onDouble(
  name: string,
  description: string,
  compute: (number: number) => number,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(number: Integer | Float) :: Float`,
    description,
    call: ([value]) => float(compute(toDouble(numberArgument(name, value)))),
  };
}

function constant(name: string, description: string, make: () => number): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}() :: Float`,
    description,
    call: () => float(make()),
  };
}
