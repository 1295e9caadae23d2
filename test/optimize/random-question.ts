import type { Choices } from "./choices.ts";
import { MatchWriter } from "./random-match.ts";
import type { RandomGraph } from "./random-multigraph.ts";

/** A query, and how to compare its results. */
export interface Question {
  readonly text: string;
  /**
   * For a query with SKIP or LIMIT: the same query without them, which returns all allowed rows, and the number of
   * leading columns that are sort keys.
   */
  readonly slice?: { readonly all: string; readonly keys: number };
}

/** A query of the kinds that rules match. */
export function randomQuestion(choices: Choices, graph: RandomGraph): Question {
  const writer = new QuestionWriter(choices, graph);
  if (!choices.sometimes(12)) return writer.question();
  const [first, second] = [writer.branch(), new QuestionWriter(choices, graph).branch()];
  return { text: `${first} ${choices.pick(["UNION", "UNION ALL"])} ${second}` };
}

class QuestionWriter {
  readonly #choices: Choices;
  readonly #matches: MatchWriter;

  constructor(choices: Choices, graph: RandomGraph) {
    this.#choices = choices;
    this.#matches = new MatchWriter(choices, graph);
  }

  question(): Question {
    return this.#ending(this.#reading());
  }

  /** A branch of a UNION: all branches have the same columns. */
  branch(): string {
    const reading = this.#reading();
    const distinct = this.#choices.pick(["", "DISTINCT "]);
    return `${reading} RETURN ${distinct}${this.#node()}.v AS x, ${this.#node()}.k AS y`;
  }

  #node(): string {
    return this.#choices.pick(this.#matches.scope.nodes);
  }

  #down(): string {
    return this.#choices.pick(["", " DESC"]);
  }

  #reading(): string {
    const clauses = [this.#matches.match("MATCH")];
    const more = this.#choices.pick([0, 1, 1, 2]);
    for (let clause = 0; clause < more; clause++) clauses.push(this.#middle());
    return clauses.join(" ");
  }

  #middle(): string {
    const matches = this.#matches;
    const one = this.#node();
    const other = this.#node();
    const nodes = [...new Set([one, other])];
    switch (this.#choices.below(10)) {
      case 0:
        return matches.match("MATCH");
      case 1:
        return matches.match("OPTIONAL MATCH");
      case 2:
        matches.keep({ nodes });
        return `WITH DISTINCT ${nodes.join(", ")}${matches.where()} ${matches.match("MATCH")}`;
      case 3:
      case 9: {
        const count = matches.newName("c");
        const counted = this.#choices.pick(["*", "*", other, `DISTINCT ${other}`, `${other}.k`]);
        matches.keep({ nodes: [one], values: [count] });
        const where = this.#choices.pick(["", ` WHERE ${count} > 1`]);
        return `WITH ${one}, count(${counted}) AS ${count}${where} ${matches.match("MATCH")}`;
      }
      case 4: {
        const relationship = this.#choices.pickOf(matches.scope.relationships);
        const relationships = relationship === undefined ? [] : [relationship];
        matches.keep({ nodes, relationships });
        return `WITH ${[...nodes, ...relationships].join(", ")}${matches.where()}`;
      }
      case 5: {
        const [name, value] = [matches.newName("n"), matches.newName("x")];
        matches.keep({ nodes: [name], values: [value] });
        return `WITH ${one} AS ${name}, ${other}.v AS ${value}${matches.where()}`;
      }
      case 6: {
        const value = matches.newName("u");
        matches.know({ values: [value] });
        return `UNWIND [1, null] AS ${value}`;
      }
      case 7: {
        // Rows with the same node are equal, so any of them may be left out.
        matches.keep({ nodes: [one] });
        const limit = this.#choices.pick(["2", "$many"]);
        return `WITH ${one} ORDER BY ${one}.id${this.#down()} LIMIT ${limit} ${matches.match("MATCH")}`;
      }
      default: {
        const kept = nodes.join(", ");
        matches.keep({ nodes });
        return `WITH ${kept}, min(${one}.k) AS least, max(${other}.v) AS most WITH ${kept}`;
      }
    }
  }

  #ending(reading: string): Question {
    const one = this.#value();
    const other = this.#value();
    const distinct = this.#choices.pick(["", "", "DISTINCT "]);
    switch (this.#choices.below(8)) {
      case 0:
      case 1:
        return { text: `${reading} RETURN ${this.#aggregates()}` };
      case 2:
      case 3: {
        const groups = this.#choices.pick([[this.#node()], [one], [this.#node(), one], [one, other]]);
        return { text: `${reading} RETURN ${columns(groups)}, ${this.#aggregates()}` };
      }
      case 4:
        return { text: `${reading} RETURN DISTINCT ${columns([one, other])}` };
      case 5:
        return this.#slice(`${reading} RETURN ${distinct}${columns([one, other])}`, 0, "");
      case 6: {
        const key = this.#sortKey();
        const items = `${reading} RETURN ${distinct}${columns([key, one, other])}`;
        const first = distinct === "" ? this.#choices.pick(["x0", key]) : "x0";
        return this.#slice(items, 2, ` ORDER BY ${first}${this.#down()}, x1${this.#down()}`);
      }
      default: {
        const items = `${reading} RETURN count(*) AS x0, ${one} AS x1, count(DISTINCT ${this.#value()}) AS x2`;
        return this.#slice(items, 1, ` ORDER BY x0${this.#down()}`);
      }
    }
  }

  #slice(all: string, keys: number, order: string): Question {
    const skip = this.#choices.pick(["", "", " SKIP 1", " SKIP $many"]);
    const limit = this.#choices.pick([" LIMIT 1", " LIMIT 2", " LIMIT 5", " LIMIT $many", " LIMIT 0", ""]);
    return { text: `${all}${order}${skip}${limit}`, slice: { all, keys } };
  }

  #aggregates(): string {
    const aggregates = [this.#aggregate(), ...(this.#choices.sometimes(3) ? [this.#aggregate()] : [])];
    return aggregates.map((aggregate, at) => `${aggregate} AS total${at}`).join(", ");
  }

  /** Excludes aggregates whose value depends on the order of rows. */
  #aggregate(): string {
    if (this.#choices.sometimes(2)) return "count(*)";
    const node = this.#node();
    const relationship = this.#choices.pickOf(this.#matches.scope.relationships) ?? node;
    return this.#choices.pick([
      `count(${node})`,
      `count(${relationship})`,
      `count(DISTINCT ${node})`,
      `count(DISTINCT ${node}.v)`,
      `count(${node}.k)`,
      `min(${node}.v)`,
      `max(${node}.k)`,
      `sum(DISTINCT ${node}.k)`,
      `sum(${node}.k)`,
      `size(collect(DISTINCT ${node}.v))`,
      `count(DISTINCT [${node}.k, ${node}.v])`,
    ]);
  }

  #sortKey(): string {
    const relationship = this.#choices.pickOf(this.#matches.scope.relationships);
    return relationship === undefined ? this.#value() : `${relationship}.${this.#choices.pick(["w", "at"])}`;
  }

  #value(): string {
    const { relationships, walks, values } = this.#matches.scope;
    const ofNode = `${this.#node()}${this.#choices.pick([".id", "", ".name", ".k", ".v", ".tags"])}`;
    if (!this.#choices.sometimes(3)) return ofNode;
    const others = [
      ...relationships.flatMap((name) => [name, `type(${name})`, `${name}.w`]),
      ...walks.map((name) => `size(${name})`),
      ...values,
    ];
    return this.#choices.pickOf(others) ?? ofNode;
  }
}

/** Expressions as columns `x0`, `x1`, … */
function columns(expressions: readonly string[]): string {
  return expressions.map((expression, at) => `${expression} AS x${at}`).join(", ");
}
