import { describe, expect, test } from "vitest";
import { mostSpecificLabel, typeColor } from "../../src/output/colors.ts";

/** Linear RGB as seen with each form of colour blindness (Machado, Oliveira & Fernandes 2009, severity 1). */
const VISIONS: Record<string, number[]> = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

describe("colours of types", () => {
  test.each(Object.keys(VISIONS))("those of the main types differ clearly with %s vision", (vision) => {
    const types = ["Person", "Country", "City", "Government", "Organization", "Event", "Article"];
    for (const one of types) {
      for (const other of types.filter((type) => type > one)) {
        expect(
          distance(seen(typeColor(one), vision), seen(typeColor(other), vision)),
          `${one}, ${other}`,
        ).toBeGreaterThan(12);
      }
    }
  });

  test("any type has a colour, always the same", () => {
    for (const type of ["Person", "Spaceship", "", "constructor", "Ärzte", undefined]) {
      expect(typeColor(type)).toMatch(/^#[0-9a-f]{6}$/);
      expect(typeColor(type)).toBe(typeColor(type));
    }
  });

  test("the first label is the most specific", () => {
    expect(mostSpecificLabel(["Journalist", "Person"])).toBe("Journalist");
    expect(mostSpecificLabel([])).toBeUndefined();
  });
});

/** A colour as CIELAB, as seen with this vision. */
function seen(color: string, vision: string): number[] {
  const linear = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const rgb = product(VISIONS[vision] ?? [], linear).map((channel) => Math.min(1, Math.max(0, channel)));
  const toXyz = [0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505];
  const white = [0.9505, 1, 1.089];
  const [x = 0, y = 0, z = 0] = product(toXyz, rgb).map((value, i) => {
    const ratio = value / (white[i] ?? 1);
    return ratio > 0.008856 ? Math.cbrt(ratio) : 7.787 * ratio + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function product(matrix: readonly number[], vector: readonly number[]): number[] {
  return [0, 3, 6].map((row) => vector.reduce((sum, value, i) => sum + (matrix[row + i] ?? 0) * value, 0));
}

function distance(one: readonly number[], other: readonly number[]): number {
  return Math.hypot(...one.map((value, i) => value - (other[i] ?? 0)));
}
