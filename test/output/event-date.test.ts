import { expect, it } from "vitest";
import { readableDate } from "../../src/output/evidence/event-date.ts";

it.each([
  ["2025-05-07", "7 May 2025"],
  ["2025-05", "May 2025"],
  ["2025", "2025"],
  ["2025-05-07/2025-05-10", "7 May 2025 – 10 May 2025"],
  ["2025-05-07/..", "from 7 May 2025"],
  ["../2025-05", "until May 2025"],
  ["2025-05-04?", "4 May 2025?"],
  ["2025-05-04T10:30:00Z", "4 May 2025, 10:30"],
  ["2025-21", "2025-21"],
  ["[2025,2026]", "[2025,2026]"],
  ["soon", "soon"],
])("reads %s as %s", (edtf, text) => {
  expect(readableDate(edtf)).toBe(text);
});
