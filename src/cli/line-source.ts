import type { Interface } from "node:readline";

export type LineEvent =
  | { readonly kind: "line"; readonly line: string }
  /** Nothing was typed within the caller's timeout. */
  | { readonly kind: "quiet" }
  /** Ctrl-C. */
  | { readonly kind: "interrupt" }
  /** Ctrl-D, or the end of piped input. */
  | { readonly kind: "end" };

/** The events of a readline interface, one at a time, queued until they are read. */
export class LineSource {
  readonly #events: LineEvent[] = [];
  #wake: (() => void) | undefined;

  constructor(readline: Interface) {
    readline.on("line", (line) => this.#push({ kind: "line", line }));
    readline.on("SIGINT", () => this.#push({ kind: "interrupt" }));
    readline.on("close", () => this.#push({ kind: "end" }));
  }

  /** The next event; `quiet` if there is none within `patience` milliseconds. After `end`, always `end`. */
  async next(patience?: number): Promise<LineEvent> {
    if (this.#events.length === 0) await this.#pushed(patience);
    const event = this.#events[0] ?? { kind: "quiet" };
    if (event.kind !== "end") this.#events.shift();
    return event;
  }

  #push(event: LineEvent): void {
    this.#events.push(event);
    this.#wake?.();
  }

  #pushed(patience: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = patience === undefined ? undefined : setTimeout(resolve, patience);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
