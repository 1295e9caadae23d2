import { expect, test } from "vitest";
import { CypherDate, DateTime, Duration, Engine, LocalTime } from "../../../src/hearsay.ts";

const engine = new Engine();

test("parameters may be temporal values, and a JavaScript Date is a point in time in UTC", () => {
  const { rows } = engine.run("RETURN $day + $span AS day, $at AS at, $at.epochMillis AS millis", {
    day: new CypherDate(2025, 1, 31),
    span: new Duration(1),
    at: new Date(-1),
  });
  const at = new DateTime(new CypherDate(1969, 12, 31), new LocalTime(23, 59, 59, 999_000_000));
  expect(rows).toEqual([[new CypherDate(2025, 2, 28), at, -1]]);
});

test("an invalid Date has no counterpart", () => {
  expect(() => engine.run("RETURN $at", { at: new Date(Number.NaN) })).toThrow("invalid Date");
});

test("temporal values are stored in the graph as they are, and have a text form", () => {
  engine.graph.addNode("talks", { labels: ["Event"], day: new CypherDate(2025, 5, 7) });
  engine.run(
    "MATCH (e:Event) WITH e, e.day + duration('P2D') AS until CREATE (:Stay {until: until, times: [localtime('12:00')]})",
  );
  const stay = engine.graph.findNode((_, { times }) => times !== undefined);
  expect(engine.graph.getNodeAttribute(stay, "until")).toEqual(new CypherDate(2025, 5, 9));
  const [row] = engine.run("MATCH (s:Stay) RETURN s.until AS until, s.times AS times").toObjects();
  expect(JSON.stringify(row)).toBe('{"until":"2025-05-09","times":["12:00"]}');
  expect(`${row?.["until"]}`).toBe("2025-05-09");
});

test("the constructors reject invalid dates and times", () => {
  expect(() => new CypherDate(2025, 2, 29)).toThrow("has only 28 days");
  expect(() => new CypherDate(2025, 1.5)).toThrow("month must be a whole number");
  expect(() => new LocalTime(24)).toThrow("hour must be a whole number from 0 to 23");
  expect(() => new Duration(2n ** 63n)).toThrow("64 bits");
});
