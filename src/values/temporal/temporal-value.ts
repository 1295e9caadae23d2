/**
 * What all temporal values have in common. They are immutable, know their openCypher type, and give their
 * ISO 8601 text wherever JavaScript asks for a text or for JSON.
 */
export abstract class TemporalValue {
  /** The openCypher name of the type. */
  abstract readonly type: "Date" | "LocalTime" | "Time" | "LocalDateTime" | "DateTime" | "Duration";

  /** The ISO 8601 text, which the function of the type's name reads back as an equal value. */
  abstract toString(): string;

  toJSON(): string {
    return this.toString();
  }
}
