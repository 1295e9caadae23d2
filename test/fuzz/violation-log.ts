import type { Violation } from "./kind.ts";

/** One fault: all violations of one rule at one place. */
interface Fault {
  readonly id: number;
  readonly rule: string;
  times: number;
  /** The last (shortest) text printed for it, and its number. */
  text: string;
  number: number;
}

/** Maximum number of characters printed of a text. */
const SHOWN = 4000;

/** Prints each fault when it first occurs, and again if a text of at most half the length causes it. */
export class ViolationLog {
  readonly #faults = new Map<string, Fault>();
  readonly #repeat: (number: number) => string;
  readonly #print: (line: string) => void;
  #times = 0;

  /** @param repeat returns the command that checks the input with this number again */
  constructor(repeat: (number: number) => string, print: (line: string) => void) {
    this.#repeat = repeat;
    this.#print = print;
  }

  /** Number of violations, including equal ones. */
  get times(): number {
    return this.#times;
  }

  /** Number of different violations. */
  get faults(): number {
    return this.#faults.size;
  }

  add(number: number, text: string, { rule, place, detail }: Violation): void {
    this.#times++;
    const key = `${rule}\n${place ?? ""}`;
    const known = this.#faults.get(key);
    if (known === undefined) {
      const fault = { id: this.#faults.size + 1, rule, times: 1, text, number };
      this.#faults.set(key, fault);
      this.#show(`VIOLATION ${fault.id}: ${rule}`, fault, detail);
      return;
    }
    known.times++;
    if (text.length * 2 > known.text.length) return;
    known.text = text;
    known.number = number;
    this.#show(`VIOLATION ${known.id} with a shorter text: ${rule}`, known, detail);
  }

  /** One line per fault. */
  summary(): readonly string[] {
    return [...this.#faults.values()].map(
      ({ id, rule, times, number }) =>
        `${String(times).padStart(8)}  ${id}: ${rule}: ${this.#repeat(number)}`,
    );
  }

  #show(heading: string, { number, text }: Fault, detail: string): void {
    this.#print(
      [
        heading,
        ...detail.split("\n").map((line) => `  ${escaped(line)}`),
        `  text ${number}: ${quoted(text)}`,
        `  again: ${this.#repeat(number)}`,
        "",
      ].join("\n"),
    );
  }
}

/** The text as a JavaScript string literal in ASCII. */
export function quoted(text: string): string {
  const shown = escaped(JSON.stringify(text.slice(0, SHOWN)));
  return text.length > SHOWN ? `${shown}, and ${text.length - SHOWN} more characters` : shown;
}

function escaped(line: string): string {
  return line.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
