import fc from "fast-check";
import { expect, test } from "vitest";
import { Column } from "../../src/graph/column.ts";
import { TextIndex } from "../../src/storage/text-index.ts";
import type { Value } from "../../src/values/value.ts";
import { runs } from "../random-runs.ts";

const text = fc.string({ unit: fc.constantFrom("a", "b", "\u0000"), maxLength: 4 });

test("all strings that contain a text are found", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.oneof(text, fc.integer())), text, (some, wanted) => {
      const values: Value[] = [null, ...some];
      const found = new TextIndex(new Column(new Uint32Array(0), values)).codesContaining(wanted);
      const containing = values.flatMap((value, code) =>
        typeof value === "string" && value.includes(wanted) ? [code] : [],
      );
      expect(found).toEqual(containing);
    }),
    { numRuns: runs(1000) },
  );
});
