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

/** Optional data of a session, beside its graph. */
export interface SessionData {
  readonly vocabulary?: Vocabulary | undefined;
  readonly texts?: ArticleTexts | undefined;
}

/** The state of a prompt between statements. */
export class PromptSession {
  readonly engine: Engine;
  readonly terminal: Terminal;
  /** Whether input and output are a terminal, so that the user gets a greeting and a prompt. */
  readonly interactive: boolean;
  /** Meanings of labels and relationship types, if the data has a vocabulary. */
  readonly vocabulary: Vocabulary | undefined;
  /** The articles' texts, which hold the words of passages, if the user has them. */
  readonly texts: ArticleTexts | undefined;
  readonly parameters = new Map<string, Value>();
  format: Format = "table";
  /** Time limit for a query at the prompt, in milliseconds: a running query cannot be interrupted. */
  timeout = 60_000;
  /** The last statement that ran, with its result. */
  last: { readonly query: string; readonly result: Result } | undefined;
  /** Whether the user has asked to leave. */
  leaving = false;
  /** Resources to close before the prompt ends, such as a server, by name. */
  readonly closers = new Map<string, () => Promise<void>>();
  /** Cached columns of a graphology graph, with the version of the graph. */
  #made: { readonly columns: GraphColumns; readonly version: number } | undefined;
  /** Cached completion candidates, with their columns. */
  #gathered: { readonly words: CompletionWords; readonly columns: GraphColumns } | undefined;

  constructor(engine: Engine, terminal: Terminal, { vocabulary, texts }: SessionData = {}) {
    this.engine = engine;
    this.terminal = terminal;
    this.vocabulary = vocabulary;
    this.texts = texts;
    this.interactive = isInteractive(terminal);
  }

  /** The graph as columns. Those of a graphology graph are cached until it changes. */
  get columns(): GraphColumns {
    if (this.engine.columns !== undefined) return this.engine.columns;
    const { graph } = this.engine;
    const { version } = changesOf(graph);
    if (this.#made?.version !== version) this.#made = { columns: columnsOfGraph(graph), version };
    return this.#made.columns;
  }

  /** Completion candidates for queries. */
  get words(): CompletionWords {
    const { columns } = this;
    if (this.#gathered?.columns !== columns) this.#gathered = { words: completionWords(columns), columns };
    return this.#gathered.words;
  }

  /**
   * Runs a statement and prints its result.
   *
   * @throws `CypherError`
   */
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

  /** Prints a message that is not the result of a query, such as a command's answer. */
  say(message: string): void {
    writeMessage(this.terminal.stdout, message);
  }

  /** Prints a text with colours in it. Its parts must be printable already. */
  sayStyled(text: string): void {
    this.terminal.stdout.write(`${text}\n`);
  }

  async close(): Promise<void> {
    for (const close of this.closers.values()) await close();
    this.closers.clear();
  }
}
