import fc from "fast-check";
import { expect, test } from "vitest";
import { printableLine, printableText } from "../../src/diagnostics/printable-text.ts";

test("control characters are escaped, except tab and line break", () => {
  expect(printableText("a\u0000b\u001b[2Jc\u007fd\u009be\rf")).toBe(
    "a\\u0000b\\u001b[2Jc\\u007fd\\u009be\\u000df",
  );
  expect(printableText("a\tb\nc")).toBe("a\tb\nc");
  expect(printableLine("a\tb\nc")).toBe("a\\tb\\nc");
});

test("characters that reorder text are escaped", () => {
  expect(printableText("a\u202eb\u2066c\u200fd\u061ce")).toBe("a\\u202eb\\u2066c\\u200fd\\u061ce");
});

test("invisible tag characters are escaped", () => {
  expect(printableText("a\u{e0041}b\u{e007f}")).toBe("a\\u{e0041}b\\u{e007f}");
});

test("text in any script is unchanged", () => {
  const text = "Зеленський 习近平 عربى é e\u0301 👩‍🚀 🇺🇦";
  expect(printableText(text)).toBe(text);
});

test("the result never contains a control character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printableLine(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
