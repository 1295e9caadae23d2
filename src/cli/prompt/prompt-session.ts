import type { Vocabulary } from "../../annotations/vocabulary.ts";
import type { Engine } from "../../engine.ts";
import type { Result } from "../../execute/result.ts";
import { columnsOfGraph } from "../../graph/columns-of-graph.ts";
import { changesOf } from "../../graph/graph-changes.ts";
import type { GraphColumns } from "../../graph/graph-columns.ts";
import type { Format } from "../../output/rows/formats.ts";
import type { Value } from "../../values/value.ts";
import type { ArticleTexts } from "../article-texts.ts";
import { between, printResult, rowCountText } from "../print-result.ts";
import { isInteractive, type Terminal, writeMessage } from "../terminal.ts";
import { type CompletionWords, completionWords } from "./completion-words.ts";

/** What a session has beside its graph. */
export interface SessionData {
  readonly vocabulary?: Vocabulary | undefined;
  readonly texts?: ArticleTexts | undefined;
}

/** What a prompt knows between one statement and the next. */
export class PromptSession {
  readonly engine: Engine;
  readonly terminal: Terminal;
  /** Whether a person is there to be greeted and prompted. */
  readonly interactive: boolean;
  /** What labels and relationship types mean, where the data came with a vocabulary. */
  readonly vocabulary: Vocabulary | undefined;
  /** Where the words of passages are found, if the user has the articles. */
  readonly texts: ArticleTexts | undefined;
  readonly parameters = new Map<string, Value>();
  format: Format = "table";
  /** How long a query may run at the prompt, in milliseconds: nothing can interrupt it. */
  timeout = 60_000;
  /** The last statement that ran, with what it gave. */
  last: { readonly query: string; readonly result: Result } | undefined;
  /** Whether the user has asked to leave. */
  leaving = false;
  /** What must be ended before the prompt is left, such as a server. */
  readonly closers = new Map<string, () => Promise<void>>();
  /** The columns of a graphology graph as it was at a version. */
  #made: { readonly columns: GraphColumns; readonly version: number } | undefined;
  /** The words of these columns. */
  #gathered: { readonly words: CompletionWords; readonly columns: GraphColumns } | undefined;

  constructor(engine: Engine, terminal: Terminal, { vocabulary, texts }: SessionData = {}) {
    this.engine = engine;
    this.terminal = terminal;
    this.vocabulary = vocabulary;
    this.texts = texts;
    this.interactive = isInteractive(terminal);
  }

  /** The graph as columns. Those of a graphology graph are made once, until it changes. */
  get columns(): GraphColumns {
    if (this.engine.columns !== undefined) return this.engine.columns;
    const { graph } = this.engine;
    const { version } = changesOf(graph);
    if (this.#made?.version !== version) this.#made = { columns: columnsOfGraph(graph), version };
    return this.#made.columns;
  }

  /** What can be completed in queries. */
  get words(): CompletionWords {
    const { columns } = this;
    if (this.#gathered?.columns !== columns) this.#gathered = { words: completionWords(columns), columns };
    return this.#gathered.words;
  }

  /** Runs a statement and prints what it gives. Throws `CypherError`. */
  async run(query: string): Promise<void> {
    const start = performance.now();
    const limits = this.interactive ? { timeout: this.timeout } : {};
    const result = this.engine.run(query, Object.fromEntries(this.parameters), limits);
    const milliseconds = performance.now() - start;
    if (this.last !== undefined && !this.interactive) this.terminal.stdout.write(between(this.format));
    this.last = { query: query.trim(), result };
    await printResult(result, this.format, this.terminal);
    if (this.interactive) this.say(`${rowCountText(result, milliseconds)}\n`);
  }

  /** Tells the user what is no result of a query: a command's answer. */
  say(message: string): void {
    writeMessage(this.terminal.stdout, message);
  }

  /** The same of a text with colours in it, whose parts are printable already. */
  sayStyled(text: string): void {
    this.terminal.stdout.write(`${text}\n`);
  }

  async close(): Promise<void> {
    for (const close of this.closers.values()) await close();
    this.closers.clear();
  }
}
