import { wrongArgument } from "../../diagnostics/check-argument.ts";
import { CypherDate } from "./date.ts";
import { LocalTime } from "./local-time.ts";
import { TemporalValue } from "./temporal-value.ts";

/** A date and a time of day without a time zone. */
export class LocalDateTime extends TemporalValue {
  readonly type = "LocalDateTime";
  readonly date: CypherDate;
  readonly time: LocalTime;

  /** @throws TypeError if an argument is of another class */
  constructor(date: CypherDate, time: LocalTime) {
    super();
    if (!(date instanceof CypherDate)) throw wrongArgument("new LocalDateTime", "a CypherDate", date);
    if (!(time instanceof LocalTime)) throw wrongArgument("new LocalDateTime", "a LocalTime", time);
    this.date = date;
    this.time = time;
  }

  override toString(): string {
    return `${this.date}T${this.time}`;
  }
}
