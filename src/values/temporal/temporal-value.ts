/**
 * The base class of all temporal values. They are immutable, have their openCypher type, and convert to their ISO 8601
 * text when JavaScript needs a string or JSON.
 */
export abstract class TemporalValue {
  /** The openCypher name of the type. */
  abstract readonly type: "Date" | "LocalTime" | "Time" | "LocalDateTime" | "DateTime" | "Duration";

  /** The ISO 8601 text. The Cypher function named after the type reads it back as an equal value. */
  abstract toString(): string;

  toJSON(): string {
    return this.toString();
  }
}
