import type { PromptCommand } from "./prompt-command.ts";

const QUERIES = [
  ["who meets Xi, and the claims that say so", `("Xi")-[r:MEETS]-(who)`],
  [
    "who says what about two countries",
    `MATCH ("China")-[r]->("Russia") RETURN type(r), r.claimant, r.stance`,
  ],
  ["the claims of one claimant", `MATCH (a)-[r]->(b) ACCORDING TO "Zelensky" RETURN a.name, type(r), b.name`],
  ["entities and all their names", "MATCH (n:Country) RETURN n.name, n.aliases"],
] as const;

/** `:help`, which lists itself and `others`. */
export function helpCommand(others: readonly PromptCommand[]): PromptCommand {
  const help: PromptCommand = {
    name: "help",
    usage: ":help",
    meaning: "show this help",
    run(session) {
      const commands = [help, ...others];
      const width = Math.max(...commands.map(({ usage }) => usage.length));
      session.say(
        [
          "Queries are in openCypher. End a query with ; or a blank line, or with Enter if it is complete:",
          ...QUERIES.map(([meaning, query]) => `  // ${meaning}\n  ${query}`),
          "Commands:",
          ...commands.map(({ usage, meaning }) => `  ${usage.padEnd(width)}  ${meaning}`),
          "Ctrl-C clears the input, Tab completes words, the arrow keys browse the history.",
        ].join("\n"),
      );
    },
  };
  return help;
}
