import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runPrompt } from "../../../src/cli/prompt/prompt.ts";
import { PromptSession } from "../../../src/cli/prompt/prompt-session.ts";
import { Engine } from "../../../src/engine.ts";
import { MultiDirectedGraph } from "../../../src/graph/graphology.ts";

/** A user at a terminal of 60 columns: types, waits, and sees everything that is written. */
class Person {
  readonly #stdin = Object.assign(new PassThrough(), { isTTY: true });
  readonly #stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
  readonly exitCode: Promise<number>;
  #seen = "";

  constructor(history: string, columns = 60) {
    this.#stdout.columns = columns;
    this.#stdout.on("data", (text) => {
      this.#seen += text;
    });
    const graph = new MultiDirectedGraph();
    graph.addNode("xi", { labels: ["Person"], id: "xi", name: "Xi Jinping", aliases: ["Xi"] });
    graph.addNode("putin", { labels: ["Person"], id: "putin", name: "Vladimir Putin", aliases: ["Putin"] });
    graph.addEdgeWithKey("1#1", "xi", "putin", {
      type: "MEETS",
      claim: "1#1",
      gist: "They meet.".repeat(20),
    });
    const environment = { HEARSAY_HISTORY: history };
    const terminal = { stdin: this.#stdin, stdout: this.#stdout, stderr: this.#stdout, environment };
    this.exitCode = runPrompt(new PromptSession(new Engine(graph), terminal));
  }

  type(text: string): void {
    this.#stdin.write(text);
  }

  /** The text shown since the last call, once it ends with a prompt (or with `end`). */
  async sees(end: RegExp = /(hearsay|\.\.\.)> $/): Promise<string> {
    const start = Date.now();
    while (!end.test(this.#screen()) && Date.now() - start < 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const screen = this.#screen();
    this.#seen = "";
    return screen;
  }

  /** Without cursor movements, which differ between versions of Node. */
  #screen(): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the terminal's commands.
    return this.#seen.replace(/\u001b\[[\d;]*[A-Za-z]/g, "").replaceAll("\r", "");
  }
}

let folder: string;
let person: Person;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-prompt-"));
  person = new Person(join(folder, "history"));
  await person.sees();
});
afterEach(async () => {
  person.type("\u0004");
  await person.exitCode;
  rmSync(folder, { recursive: true });
});

describe("the prompt", () => {
  test("runs a complete query at Enter, and prints row count and time", async () => {
    person.type('("Xi")-[r:MEETS]-(p) RETURN p.name\r');
    expect(await person.sees()).toMatch(
      /RETURN p\.name\np\.name\n─+\nVladimir Putin\n1 row · [\d.]+ ms\n\nhearsay> $/,
    );
  });

  test("waits for more lines if the query is incomplete", async () => {
    person.type("MATCH (n)\r");
    expect(await person.sees()).toMatch(/\.\.\.> $/);
    person.type("RETURN n.name\r");
    expect(await person.sees()).toContain("2 rows");
  });

  test("takes a pasted query as one, although its first lines are already a query", async () => {
    person.type("MATCH (n)\rRETURN n.name\rORDER BY n.name\rLIMIT 1\r");
    const seen = await person.sees(/1 row .*hearsay> $/s);
    expect(seen).toContain("Vladimir Putin");
    expect(seen).not.toContain("Error");
  });

  test("fits tables into the terminal", async () => {
    person.type("MATCH (a)-[r]->(b) RETURN a, r.gist, b;\r");
    const lines = (await person.sees()).split("\n").slice(1);
    expect(lines.find((line) => line.includes("They meet"))).toContain("…");
    expect(Math.max(...lines.map((line) => line.length))).toBe(60);
  });

  test("prints the changes of a query", async () => {
    person.type("CREATE (:Person {name: 'Ida'})\r");
    expect(await person.sees()).toMatch(/0 rows · added 1 node, \S+ propert\S+ · [\d.]+ ms/);
  });

  test("shows an error with its caret and continues", async () => {
    person.type("RETURN absent\r");
    expect(await person.sees()).toContain("1 | RETURN absent\n  |        ^^^^^^\n");
    person.type("RETURN 1\r");
    expect(await person.sees()).toContain("1 row");
  });

  test("Ctrl-C clears the input, and without input prints how to leave", async () => {
    person.type("MATCH (n\r");
    await person.sees();
    person.type("RETURN\u0003");
    expect(await person.sees()).toMatch(/\^C\nhearsay> $/);
    person.type("\u0003");
    expect(await person.sees()).toContain("leave with Ctrl-D or :quit");
    person.type("RETURN 1\r");
    expect(await person.sees()).toContain("1 row");
  });

  test("Ctrl-D and :quit leave, with exit code 0 even after an error", async () => {
    person.type("RETURN absent\r");
    await person.sees();
    person.type(":quit\r");
    expect(await person.exitCode).toBe(0);
  });

  test("completes with Tab", async () => {
    person.type("mat");
    person.type("\t");
    expect(await person.sees(/MATCH $/)).toMatch(/MATCH $/);
    person.type('("vlad');
    person.type("\t");
    expect(await person.sees(/Putin$/)).toMatch(/Vladimir Putin$/);
    person.type("\u0003");
    await person.sees();
  });

  test("keeps its history for the next session", async () => {
    person.type("RETURN 1\r");
    await person.sees();
    person.type(":params\r");
    await person.sees();
    expect(readFileSync(join(folder, "history"), "utf8")).toBe("RETURN 1\n:params\n");
    const next = new Person(join(folder, "history"));
    await next.sees();
    next.type("\u001b[A\u001b[A\r");
    expect(await next.sees()).toContain("1 row");
    next.type("\u0004");
    await next.exitCode;
  });
});

describe("the prompt's commands", () => {
  test(":help lists every command and example queries", async () => {
    person.type(":help\r");
    const seen = await person.sees();
    for (const command of ["help", "why", "schema", "view", "export", "format", "param", "params", "quit"]) {
      expect(seen).toContain(`  :${command}`);
    }
    expect(seen).toContain('("Xi")-[r:MEETS]-(who)');
  });

  test(":schema counts labels, types and properties", async () => {
    person.type(":schema\r");
    expect(await person.sees()).toContain(
      "Labels\n  Person  2\nRelationship types\n  MEETS  1\nProperties of nodes\n  aliases 2, id 2, name 2\n" +
        "Properties of relationships\n  claim 1, gist 1\n",
    );
  });

  test(":param sets what :params shows and queries use", async () => {
    person.type(":param who Putin\r");
    await person.sees();
    person.type(":param $n 1.0\r");
    await person.sees();
    person.type(":params\r");
    expect(await person.sees()).toContain("$who = 'Putin'\n$n = 1.0\n");
    person.type("RETURN $who AS who, $n AS n\r");
    expect(await person.sees()).toContain("Putin │ 1.0");
    person.type(":param who\r");
    expect(await person.sees()).toContain("for example :param limit 10");
  });

  test(":format changes how rows are printed", async () => {
    person.type(":format json\r");
    await person.sees();
    person.type("RETURN 1 AS a\r");
    expect(await person.sees()).toContain('{"columns": ["a"], "rows": [\n[1]\n]}');
    person.type(":format xml\r");
    expect(await person.sees()).toContain("choose table, json, jsonl, csv or markdown");
  });

  test.each(["1e999", "1e9", "NaN", "Infinity", "-1", "0", "0x10", "86401", "ten", ".", "1.", "''", '"5"'])(
    ":timeout %s is refused",
    async (text) => {
      person.type(`:timeout ${text}\r`);
      expect(await person.sees()).toContain(
        `${text} is not a time limit; give seconds above 0 and up to 86400`,
      );
      person.type(":timeout\r");
      expect(await person.sees()).toContain("60 s");
    },
  );

  test.each(["0.5", ".5", "120", "86400"])(":timeout %s is kept", async (text) => {
    person.type(`:timeout ${text}\r`);
    await person.sees();
    person.type(":timeout\r");
    expect(await person.sees()).toContain(`${Number(text)} s`);
  });

  test(":export writes the last result, once there is one", async () => {
    const path = join(folder, "last.gexf");
    person.type(`:export ${path}\r`);
    expect(await person.sees()).toContain("there is no result yet");
    person.type("MATCH (a)-[r]->(b) RETURN *\r");
    await person.sees();
    person.type(`:export ${path}\r`);
    expect((await person.sees()).replace(/\n/g, "")).toContain("last.gexf: 2 nodes, 1 relationship");
    expect(readFileSync(path, "utf8")).toContain('kind="MEETS"');
    person.type(`:export ${path}.xml\r`);
    expect(await person.sees()).toContain(":gexf take any name");
    person.type(`:gexf ${path}.xml\r`);
    expect((await person.sees()).replace(/\n/g, "")).toContain("last.gexf.xml: 2 nodes, 1 relationship");
    person.type(":export\r");
    expect(await person.sees()).toContain(":export meetings.gexf");
  });

  test(":why prints the evidence for a row, once there is a result", async () => {
    person.type(":why\r");
    expect(await person.sees()).toContain("there is no result yet");
    person.type("MATCH (a)-[r]->(b) RETURN count(*)\r");
    await person.sees();
    person.type(":why\r");
    const seen = await person.sees();
    expect(seen).toContain("Row 1: 1\n\nXi Jinping MEETS Vladimir Putin\n");
    expect(seen).toContain("  + They meet.They meet.");
    person.type(":why 2\r");
    expect(await person.sees()).toContain("there is no row 2; there is one row: :why");
    person.type("MATCH (n) RETURN n.name ORDER BY n.name\r");
    await person.sees();
    person.type(":why\r");
    expect(await person.sees()).toContain("there are 2 rows: :why 1 to :why 2");
    person.type(":why 2\r");
    expect(await person.sees()).toContain("supported by no claim, only by 1 node: Xi Jinping");
    person.type("MATCH (n) WHERE false RETURN n\r");
    await person.sees();
    person.type(":why\r");
    expect(await person.sees()).toContain("the last result has no rows");
    person.type("CREATE (n) RETURN 1\r");
    await person.sees();
    person.type(":why\r");
    expect(await person.sees()).toContain("this query writes");
  });

  test("an unknown one is reported with the nearest", async () => {
    person.type(":shema\r");
    expect(await person.sees()).toContain("no command :shema; did you mean :schema?");
  });
});
