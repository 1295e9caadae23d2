import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import { IdGenerator, type Pickle } from "@cucumber/messages";

/** A scenario of the TCK; a scenario outline becomes one for each row of its examples. */
export interface Scenario {
  /** The feature file, relative to the given folder. */
  readonly file: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly text: string;
  /** The text in triple quotes below the step. */
  readonly textBlock: string | undefined;
  /** The table below the step: rows of cells. */
  readonly table: readonly (readonly string[])[] | undefined;
}

/** The scenarios of all feature files in or below `path`, sorted by file name, except those tagged `@ignore`. */
export function readScenarios(path: string): Scenario[] {
  return featureFiles(path).flatMap((file) => {
    const newId = IdGenerator.incrementing();
    const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
    const document = parser.parse(readFileSync(file, "utf8"));
    return compile(document, file, newId)
      .filter(({ tags }) => !tags.some(({ name }) => name === "@ignore"))
      .map((pickle) => scenario(relative(path, file) || file, pickle));
  });
}

function featureFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".feature"))
    .sort()
    .map((file) => join(path, file));
}

function scenario(file: string, { name, steps }: Pickle): Scenario {
  return {
    file,
    name,
    steps: steps.map(({ text, argument }) => ({
      text,
      textBlock: argument?.docString?.content,
      table: argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value)),
    })),
  };
}
