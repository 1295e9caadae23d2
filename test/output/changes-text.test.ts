import { expect, test } from "vitest";
import { NO_CHANGES } from "../../src/execute/side-effects.ts";
import { changesText } from "../../src/output/rows/changes-text.ts";

test("lists what was added and removed, without zero counts", () => {
  expect(changesText(NO_CHANGES)).toBe("");
  expect(changesText({ ...NO_CHANGES, nodesAdded: 1, propertiesAdded: 1200 })).toBe(
    "added 1 node, 1,200 properties",
  );
  expect(changesText({ ...NO_CHANGES, relationshipsAdded: 1, nodesRemoved: 2, labelsRemoved: 1 })).toBe(
    "added 1 relationship · removed 2 nodes, 1 label",
  );
});
