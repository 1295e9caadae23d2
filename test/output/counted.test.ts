import { expect, test } from "vitest";
import type { ClaimGroup } from "../../src/claims/claim.ts";
import { counted } from "../../src/output/counted.ts";
import { oppositionText, supportText } from "../../src/output/evidence/claim-texts.ts";

test("a number has its noun and thousands separators", () => {
  expect([0, 1, 2, 1204].map((count) => counted(count, "claim"))).toEqual([
    "0 claims",
    "1 claim",
    "2 claims",
    "1,204 claims",
  ]);
  expect([1, 2].map((count) => counted(count, "entity", "entities"))).toEqual(["1 entity", "2 entities"]);
});

test("support and opposition are counted in this form", () => {
  const group = {
    support: { claims: 12_000, articles: 1500, origins: 1100 },
    opposition: { denials: 1200, others: 1 },
  } as ClaimGroup;
  expect(supportText(group) + oppositionText(group)).toBe(
    "supported by 12,000 claims (1,500 articles, 1,100 independent origins), denied by 1,200, contradicted by 1",
  );
});
