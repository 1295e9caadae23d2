import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedTexts } from "../../src/graph/packed-texts.ts";
import { texts } from "./arbitrary-columns.ts";

test("each distinct text has one number, in order of insertion", () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 400 }), (list) => {
      const packed = new PackedTexts();
      const expected = new Map<string, number>();
      for (const text of list) {
        if (!expected.has(text)) expected.set(text, expected.size);
        const bytes = new TextEncoder().encode(`<${text}>`);
        expect(packed.add(bytes, 1, bytes.length - 1)).toBe(expected.get(text));
      }
      for (const held of [packed, packed.trimmed()]) {
        expect(held.count).toBe(expected.size);
        expect(held.texts()).toEqual([...expected.keys()]);
        for (const [text, number] of expected) {
          expect(held.textOf(number)).toBe(text);
          expect(held.find(text)).toBe(number);
        }
        expect(held.find("no such text")).toBeUndefined();
      }
    }),
  );
});

test("texts that fill many pieces are decoded correctly", () => {
  const packed = new PackedTexts();
  const list = Array.from({ length: 50_000 }, (_, number) => `${number % 7 === 0 ? "Ж" : "x"}${number}`);
  for (const text of list) {
    const bytes = new TextEncoder().encode(text);
    packed.add(bytes, 0, bytes.length);
  }
  expect(packed.texts()).toEqual(list);
  expect(packed.find("Ж49")).toBe(49);
});
