import fc from "fast-check";
import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { compareOrder } from "../../src/values/ordering.ts";
import { typeName } from "../../src/values/type-name.ts";
import type { Value } from "../../src/values/value.ts";
import { valueText } from "../../src/values/value-text.ts";
import { runs } from "../random-runs.ts";
import { arbitraryLiteral } from "./arbitrary-value.ts";

test("the text of a value is read back as the same value, with the same types", () => {
  const engine = new Engine();
  fc.assert(
    fc.property(arbitraryLiteral, (value) => {
      const back = engine.run(`RETURN ${valueText(value)} AS x`).rows[0]?.[0] ?? null;
      expect(compareOrder(back, value)).toBe(0);
      expect(types(back)).toEqual(types(value));
    }),
    { numRuns: runs(500) },
  );
});

function types(value: Value): unknown {
  const name = typeName(value);
  if (name === "List") return (value as readonly Value[]).map(types);
  if (name !== "Map") return name;
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, types(part)]));
}
