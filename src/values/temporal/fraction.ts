/**
 * An exact number: durations are multiplied, divided and carried over from months to nanoseconds without the rounding
 * of doubles. The denominator is positive.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

export function whole(number: bigint | number): Fraction {
  return { numerator: BigInt(number), denominator: 1n };
}

/**
 * A decimal number as people write it, so that 0.1 is exactly a tenth. The text is JavaScript's text of a finite
 * double, or a number from the text of a duration, which may have a comma.
 */
export function decimal(text: string): Fraction {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [digits = "", fraction = ""] = mantissa.replace(",", ".").split(".");
  const numerator = BigInt(`${digits}${fraction}`.replace(/^\+/, ""));
  const scale = BigInt(fraction.length) - BigInt(exponent);
  return scale > 0n
    ? { numerator, denominator: 10n ** scale }
    : { numerator: numerator * 10n ** -scale, denominator: 1n };
}

export function sum(...parts: readonly Fraction[]): Fraction {
  return parts.reduce((left, right) => ({
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  }));
}

export function product(left: Fraction, right: Fraction): Fraction {
  return {
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  };
}

/** One divided by a fraction, which must not be 0. */
export function inverse({ numerator, denominator }: Fraction): Fraction {
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator };
}

/** The whole part, truncated towards zero, and the remainder, with the same sign. */
export function split({ numerator, denominator }: Fraction): {
  readonly whole: bigint;
  readonly rest: Fraction;
} {
  return {
    whole: numerator / denominator,
    rest: { numerator: numerator % denominator, denominator },
  };
}
