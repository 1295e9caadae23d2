import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Parameters } from "../queries/bench-query.ts";
import type { Answers, Failure, Loaded, Memory, Reply, Request, Samples } from "./messages.ts";

/** Maximum milliseconds for one request, except loading; then the process is killed. */
const TIME_LIMIT = 30_000;
const LOAD_LIMIT = 900_000;

/** An engine in a separate process. After the process had to be killed, it is restarted and loaded again. */
export class EngineHandle {
  readonly name: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;
  /** The result of the first load. */
  loaded: Loaded | Failure | undefined;

  constructor(name: string, folder: string) {
    this.name = name;
    this.#folder = folder;
  }

  async load(): Promise<Loaded | Failure> {
    const main = join(import.meta.dirname, "engine-process.js");
    // A peer's error output is ignored: its failure is reported in one line.
    this.#process = fork(main, {
      execArgv: ["--expose-gc", "--max-old-space-size=12000"],
      stdio: ["ignore", "inherit", "ignore", "ipc"],
    });
    const loaded = await this.#ask<Loaded>(
      { kind: "load", engine: this.name, folder: this.#folder },
      LOAD_LIMIT,
    );
    this.loaded ??= loaded;
    return loaded;
  }

  async answers(
    query: string,
    sets: readonly Parameters[],
    milliseconds: number,
    atLeast: number,
  ): Promise<Answers | Failure> {
    return await this.#askLoaded({ kind: "answer", query, sets, milliseconds, atLeast });
  }

  async samples(
    query: string,
    sets: readonly Parameters[],
    milliseconds: number,
  ): Promise<Samples | Failure> {
    return await this.#askLoaded({ kind: "time", query, sets, milliseconds });
  }

  async memory(): Promise<Memory | Failure> {
    return await this.#askLoaded({ kind: "weigh" });
  }

  close(): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
  }

  async #askLoaded<Wanted extends Reply>(request: Request): Promise<Wanted | Failure> {
    if (this.loaded !== undefined && "failure" in this.loaded) return this.loaded;
    if (this.#process === undefined) await this.load();
    return await this.#ask(request, TIME_LIMIT);
  }

  #ask<Wanted extends Reply>(request: Request, limit: number): Promise<Wanted | Failure> {
    const child = this.#process;
    if (child === undefined) throw new Error(`${this.name} is not running`);
    return new Promise((resolve) => {
      const end = (reply: Wanted | Failure) => {
        clearTimeout(timer);
        child.removeAllListeners("message");
        child.removeAllListeners("exit");
        resolve(reply);
      };
      const timer = setTimeout(() => {
        this.close();
        end({ failure: `more than ${limit / 1000} s` });
      }, limit);
      child.once("message", (reply) => end(reply as Wanted | Failure));
      child.once("exit", (code, signal) => {
        this.#process = undefined;
        end({ failure: `the process ended with ${signal ?? code}` });
      });
      child.send(request);
    });
  }
}
