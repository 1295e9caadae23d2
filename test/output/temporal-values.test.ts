import { expect, test } from "vitest";
import { gexfColumn } from "../../src/output/graph/gexf-values.ts";
import { csvRows } from "../../src/output/rows/csv.ts";
import { displayText } from "../../src/output/rows/display-text.ts";
import { jsonText } from "../../src/output/rows/json-text.ts";
import { parseDuration } from "../../src/values/temporal/read-duration.ts";
import { parseDate, parseDateTime } from "../../src/values/temporal/read-instant.ts";
import { Node } from "../../src/values/value.ts";
import { oneColumn } from "./sample-rows.ts";

const day = parseDate("2025-05-07");
const noon = parseDateTime("2025-05-07T12:00[Europe/Moscow]");

test("a table shows times without quotes, but with quotes inside an entity", () => {
  expect(displayText(day)).toBe("2025-05-07");
  expect(displayText([day, noon])).toBe("[2025-05-07, 2025-05-07T12:00+03:00[Europe/Moscow]]");
  expect(displayText(new Node("n", ["Talks"], { day }))).toBe("(:Talks {day: '2025-05-07'})");
});

test("JSON, CSV and GEXF have their ISO 8601 text", () => {
  expect(jsonText([day, { lasted: parseDuration("PT3H30M") }])).toBe('["2025-05-07", {"lasted": "PT3H30M"}]');
  expect(JSON.stringify({ day })).toBe('{"day":"2025-05-07"}');
  expect(csvRows(oneColumn(day, parseDuration("P1D")))).toBe("value\r\n2025-05-07\r\nP1D\r\n");
  expect(gexfColumn([day, null])).toEqual({ type: "string", texts: ["2025-05-07", undefined] });
});
