import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Column } from "../../src/graph/column.ts";
import { equals } from "../../src/values/equality.ts";
import { Float } from "../../src/values/float.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import type { Value } from "../../src/values/value.ts";
import { valueText } from "../../src/values/value-text.ts";

/** Some are equal but print differently, some print alike but are not equal. */
const VALUES: readonly Value[] = [
  0,
  -0,
  new Float(0),
  new Float(-0),
  1,
  new Float(1),
  "1",
  1.5,
  "1.5",
  Number.NaN,
  2n ** 60n,
  2 ** 60,
  true,
  "true",
  "",
  "\u0000",
  "\u0000list 1:1",
  ["1"],
  ["1", "2"],
  ["12"],
  [1],
  [],
  fromJavaScript(new Date(0)),
  fromJavaScript(new Date(0)),
  fromJavaScript(new Date(1)),
];

const value = fc.constantFrom<Value>(null, ...VALUES);

test("a column returns the value that was last set", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), value)), (changes) => {
      const column = new Column();
      const wanted = new Map<number, Value>();
      for (const [entity, one] of changes) {
        column.set(entity, one);
        wanted.set(entity, one);
      }
      for (let entity = 0; entity <= 41; entity++) {
        const held = wanted.get(entity) ?? null;
        expect(valueText(column.valueOf(entity))).toBe(valueText(held));
        expect((column.codes[entity] ?? 0) === 0).toBe(held === null);
      }
    }),
  );
});

test("codesEqualTo returns the codes of all equal values", () => {
  const column = new Column();
  for (const [entity, one] of VALUES.entries()) column.set(entity, one);
  for (const wanted of [...VALUES, null, 7, "missing"]) {
    const found = column.codesEqualTo(wanted).sort((one, other) => one - other);
    const equal = column.values.flatMap((one, code) => (equals(one, wanted) === true ? [code] : []));
    expect(found).toEqual(equal);
  }
});

describe("a value is stored once", () => {
  test("if type and printed form are the same", () => {
    const column = new Column();
    for (const [entity, one] of ["x", "x", ["a", "b"], ["a", "b"]].entries()) column.set(entity, one);
    column.set(4, fromJavaScript(new Date(5)));
    column.set(5, fromJavaScript(new Date(5)));
    expect([...column.codes.subarray(0, 6)]).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test("and its code is found again", () => {
    const column = new Column();
    column.set(3, "x");
    expect(column.codeOf("x")).toBe(1);
    expect(column.codeOf("y")).toBeUndefined();
  });
});

test("a column is text until another type is set", () => {
  const column = new Column();
  column.set(0, "x");
  expect(column.isText).toBe(true);
  column.set(1, 1);
  expect(column.isText).toBe(false);
});

test("its version increases only when a value changes", () => {
  const column = new Column();
  column.set(0, "x");
  const { version } = column;
  column.set(0, "x");
  column.set(9, null);
  expect(column.version).toBe(version);
  column.set(0, null);
  expect(column.version).toBeGreaterThan(version);
});

test("changing a shared column does not change the original", () => {
  const column = new Column();
  column.set(0, "x");
  const shared = column.share();
  shared.set(0, "y");
  shared.set(1, "x");
  expect([column.valueOf(0), column.valueOf(1), column.values.length]).toEqual(["x", null, 2]);
  expect([shared.valueOf(0), shared.valueOf(1)]).toEqual(["y", "x"]);
});
