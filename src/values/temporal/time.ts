import { wrongArgument } from "../../diagnostics/check-argument.ts";
import { LocalTime } from "./local-time.ts";
import { checkOffset, offsetText } from "./offset.ts";
import { TemporalValue } from "./temporal-value.ts";

/** A time of day at an offset from UTC. */
export class Time extends TemporalValue {
  readonly type = "Time";
  readonly time: LocalTime;
  /** Seconds east of UTC. */
  readonly offsetSeconds: number;

  /** @throws CypherError `InvalidArgumentValue` if the offset is more than 18 hours */
  constructor(time: LocalTime, offsetSeconds: number) {
    super();
    if (!(time instanceof LocalTime)) throw wrongArgument("new Time", "a LocalTime", time);
    this.time = time;
    this.offsetSeconds = checkOffset(offsetSeconds);
  }

  override toString(): string {
    return `${this.time}${offsetText(this.offsetSeconds)}`;
  }
}
