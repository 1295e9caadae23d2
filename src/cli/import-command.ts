/** `hearsay import`: its options, and its help. */
import type { Command } from "commander";
import type { CommandHost } from "./command-host.ts";

export function addImportCommand(program: Command, { terminal, done }: CommandHost): void {
  program
    .command("import")
    .description("make a graph of CSV files or JSON lines, or of annotations, and save it for --graph")
    .argument("[data...]", "annotation folders or files, instead of --nodes and --relationships")
    .option("--nodes <files...>", "files of nodes: CSV, or JSON lines where they end in .jsonl")
    .option("--relationships <files...>", "files of relationships")
    .requiredOption("-o, --output <folder>", "the folder to save the graph in")
    .option("--create-missing-nodes", "make the nodes that only relationships name")
    .addHelpText("after", FORMATS)
    .action(async (data: string[], options) => {
      const { runImport } = await import("./commands/import.ts");
      const { nodes = [], relationships = [], createMissingNodes = false, output } = options;
      done(await runImport({ data, nodes, relationships, createMissingNodes, output }, terminal));
    });
}

const FORMATS = `
A file of nodes begins with a line such as
  id:ID,:LABEL,name,aliases:string[],born:int
and one of relationships with
  :START_ID,:TYPE,:END_ID,article,said:date,confidence:float,reviewed:boolean
as for neo4j-admin's import. Lists and labels have ; between their items; :KEY gives a relationship a key.
Blanks around the names of a header are not part of them. Values of datetime{timezone:Europe/Berlin} and of
time{timezone:+01:00} have that zone unless they name another; without it they are in UTC. A date without a day,
such as 2025-05, is text: write when, not when:date.

Example:
  $ hearsay import --nodes people.csv places.csv --relationships claims.csv -o graph/
  $ hearsay query --graph graph/ -c 'MATCH (n) RETURN count(n)'
`;
