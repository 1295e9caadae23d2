import type { CypherDate } from "./date.ts";
import type { LocalTime } from "./local-time.ts";
import { TemporalValue } from "./temporal-value.ts";

/** A date and a time of day, wherever that may be. */
export class LocalDateTime extends TemporalValue {
  readonly type = "LocalDateTime";
  readonly date: CypherDate;
  readonly time: LocalTime;

  constructor(date: CypherDate, time: LocalTime) {
    super();
    this.date = date;
    this.time = time;
  }

  override toString(): string {
    return `${this.date}T${this.time}`;
  }
}
