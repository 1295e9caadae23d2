import fc from "fast-check";
import { MAX_YEAR } from "../../../src/values/temporal/calendar.ts";
import { type CypherDate, dateOfEpochDay } from "../../../src/values/temporal/date.ts";
import { type DateTime, dateTimeOfInstant } from "../../../src/values/temporal/date-time.ts";
import { Duration } from "../../../src/values/temporal/duration.ts";
import { LocalDateTime } from "../../../src/values/temporal/local-date-time.ts";
import { type LocalTime, NANOSECONDS_PER_DAY, timeOfDay } from "../../../src/values/temporal/local-time.ts";
import type { Temporal, TemporalInstant } from "../../../src/values/temporal/temporal.ts";
import { Time } from "../../../src/values/temporal/time.ts";

/** Dates of the past and next centuries, around the epoch, and of all years that Cypher supports. */
const epochDays = fc.oneof(
  fc.integer({ min: -60_000, max: 60_000 }),
  fc.integer({ min: -800, max: 800 }),
  fc.integer({ min: -(MAX_YEAR - 1) * 365, max: (MAX_YEAR - 1) * 365 }),
);

export const dates: fc.Arbitrary<CypherDate> = epochDays.map(dateOfEpochDay);

/** Full hours and seconds are frequent, because they print shorter. */
const nanoseconds = fc.oneof(
  fc.integer({ min: 0, max: NANOSECONDS_PER_DAY - 1 }),
  fc.integer({ min: 0, max: 86_399 }).map((second) => second * 1_000_000_000),
  fc.integer({ min: 0, max: 23 }).map((hour) => hour * 3_600_000_000_000),
);

export const localTimes: fc.Arbitrary<LocalTime> = nanoseconds.map(timeOfDay);

const offsets = fc.oneof(
  fc.integer({ min: -18, max: 18 }).map((hours) => hours * 3600),
  fc.integer({ min: -64_800, max: 64_800 }),
);

export const times: fc.Arbitrary<Time> = fc
  .tuple(localTimes, offsets)
  .map(([time, offset]) => new Time(time, offset));

export const localDateTimes: fc.Arbitrary<LocalDateTime> = fc
  .tuple(dates, localTimes)
  .map(([date, time]) => new LocalDateTime(date, time));

const zones = fc.oneof(
  offsets,
  fc.constantFrom("Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"),
);

export const dateTimes: fc.Arbitrary<DateTime> = fc
  .tuple(epochDays, nanoseconds, zones)
  .map(([epochDay, nanosecondOfDay, zone]) => dateTimeOfInstant({ epochDay, nanosecondOfDay }, zone));

export const instants: fc.Arbitrary<TemporalInstant> = fc.oneof(
  dates,
  localTimes,
  times,
  localDateTimes,
  dateTimes,
);

export const durations: fc.Arbitrary<Duration> = fc
  .tuple(
    fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }),
    fc.oneof(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: -1000n, max: 1000n })),
  )
  .map(([months, days, nanoseconds]) => new Duration(months, days, 0, nanoseconds));

export const temporals: fc.Arbitrary<Temporal> = fc.oneof(instants, durations);
