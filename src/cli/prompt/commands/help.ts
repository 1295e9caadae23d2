import type { PromptCommand } from "./prompt-command.ts";

const QUERIES = [
  ["whom someone meets, and by what claims", `("Xi")-[r:MEETS]-(who)`],
  ["who says what of two countries", `MATCH ("China")-[r]->("Russia") RETURN type(r), r.claimant, r.stance`],
  ["one claimant's word", `MATCH (a)-[r]->(b) ACCORDING TO "Zelensky" RETURN a.name, type(r), b.name`],
  ["entities and all their names", "MATCH (n:Country) RETURN n.name, n.aliases"],
] as const;

/** `:help`, which tells of itself and of `others`. */
export function helpCommand(others: readonly PromptCommand[]): PromptCommand {
  const help: PromptCommand = {
    name: "help",
    usage: ":help",
    meaning: "this",
    run(session) {
      const commands = [help, ...others];
      const width = Math.max(...commands.map(({ usage }) => usage.length));
      session.say(
        [
          "Queries are openCypher. One ends with ; or a blank line, or with Enter where it is complete:",
          ...QUERIES.map(([meaning, query]) => `  // ${meaning}\n  ${query}`),
          "Commands:",
          ...commands.map(({ usage, meaning }) => `  ${usage.padEnd(width)}  ${meaning}`),
          "Ctrl-C drops what is typed, Tab completes, the arrow keys go through what was typed before.",
        ].join("\n"),
      );
    },
  };
  return help;
}
