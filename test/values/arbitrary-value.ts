import fc from "fast-check";
import { float } from "../../src/values/float.ts";
import { integer } from "../../src/values/numbers.ts";
import { Node, Path, Relationship, type Value } from "../../src/values/value.ts";

const INTEGERS = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(integer),
  fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, 2n ** 60n, 2n ** 63n - 1n, -(2n ** 63n)).map(integer),
);

const FLOATS = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 2 ** 53, 2 ** 60, -(2 ** 63), 2 ** 63, 1e300, Number.NaN).map(float),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double().map(float),
);

const TEXTS = fc.oneof(
  fc.constantFrom("", "a", "b", "number 1", "1", "null", "ﬀ", "😀", "\ud83d", "\ude00"),
  fc.string({ unit: "binary", maxLength: 5 }),
);

/** Values that can be written as literals: no entities, and no NaN or infinity. */
export const arbitraryLiteral: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Value>(null, true, false),
    INTEGERS,
    FLOATS.filter((number) => Number.isFinite(Number(number))),
    TEXTS,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      fc.oneof(fc.constantFrom("a", "b", "match", "two words", "`"), fc.string({ minLength: 1 })),
      tie("value"),
      {
        maxKeys: 3,
      },
    ),
  ),
})).value;

const NODES = fc.constantFrom("n0", "n1", "umber 1").map((id) => new Node(id, ["A"], {}));

const RELATIONSHIPS = fc.constantFrom("r0", "r1").map((id) => new Relationship(id, "T", "n0", "n1", {}));

const PATHS = fc
  .array(RELATIONSHIPS, { maxLength: 2 })
  .map((steps) => new Path([new Node("n0", [], {}), ...steps.map(() => new Node("n1", [], {}))], steps));

/** Values of every type. Small values are frequent, so that two are often equal. */
export const arbitraryValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Value>(null, true, false),
    INTEGERS,
    FLOATS,
    TEXTS,
    NODES,
    RELATIONSHIPS,
    PATHS,
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b"), tie("value"), { maxKeys: 2 }),
  ),
})).value;
