import fc from "fast-check";
import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Float } from "../../src/values/float.ts";
import { fromTaggedJson, toTaggedJson } from "../../src/values/tagged-json.ts";
import { runs } from "../random-runs.ts";
import { arbitraryLiteral } from "./arbitrary-value.ts";
import { temporals } from "./temporal/arbitraries.ts";

test("every storable value is read back unchanged", () => {
  const floats = fc.double().map((number) => (Number.isSafeInteger(number) ? new Float(number) : number));
  fc.assert(
    fc.property(
      fc.oneof(arbitraryLiteral, temporals, floats, fc.array(temporals, { maxLength: 2 })),
      (value) => {
        expect(fromTaggedJson(toTaggedJson(value))).toEqual(value);
      },
    ),
    { numRuns: runs(1000) },
  );
});

test("invalid tagged JSON is rejected", () => {
  expect(toTaggedJson([1, new Float(1), -0, 2n ** 60n])).toBe(
    '[1,{"Float":"1"},{"Float":"-0"},{"Integer":"1152921504606846976"}]',
  );
  expect(() => fromTaggedJson('{"Point":"1"}')).toThrow(SyntaxError);
  expect(() => fromTaggedJson('{"Date":"today"}')).toThrow(CypherError);
});
