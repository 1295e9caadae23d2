/**
 * Generates parts of `grammar/reference.md` from the code: the text between `<!-- generated: NAME -->` and
 * `<!-- end -->`.
 */
import { CLAIM_PROCEDURES } from "../../src/claims/claim-procedures.ts";
import { ERROR_CODES, type ErrorMeaning } from "../../src/diagnostics/error-codes.ts";
import { AGGREGATES } from "../../src/functions/aggregates.ts";
import { CONVERSION_FUNCTIONS } from "../../src/functions/conversion-functions.ts";
import type { AggregateDefinition, FunctionDefinition } from "../../src/functions/definition.ts";
import { ENTITY_FUNCTIONS } from "../../src/functions/entity-functions.ts";
import { LIST_FUNCTIONS } from "../../src/functions/list-functions.ts";
import { MATH_FUNCTIONS } from "../../src/functions/math-functions.ts";
import { FUNCTIONS } from "../../src/functions/registry.ts";
import { STRING_FUNCTIONS } from "../../src/functions/string-functions.ts";
import { TEMPORAL_CLOCKS } from "../../src/functions/temporal-clocks.ts";
import { TEMPORAL_CONSTRUCTORS } from "../../src/functions/temporal-constructors.ts";
import { TEMPORAL_DURATIONS } from "../../src/functions/temporal-durations.ts";
import { TEMPORAL_TRUNCATION } from "../../src/functions/temporal-truncation.ts";
import { RESERVED_WORDS } from "../../src/syntax/keywords.ts";

type Definition = FunctionDefinition | AggregateDefinition;

const GROUPS: Readonly<Record<string, readonly Definition[]>> = {
  Aggregates: AGGREGATES,
  "Nodes, relationships, paths and maps": ENTITY_FUNCTIONS,
  "Strings and lists": [...STRING_FUNCTIONS, ...LIST_FUNCTIONS],
  Conversions: CONVERSION_FUNCTIONS,
  Mathematics: MATH_FUNCTIONS,
  "Making dates and times": TEMPORAL_CONSTRUCTORS,
  Clocks: TEMPORAL_CLOCKS,
  Truncation: TEMPORAL_TRUNCATION,
  Durations: TEMPORAL_DURATIONS,
};

const GENERATED: Readonly<Record<string, () => string>> = {
  "reserved words": () => [...RESERVED_WORDS].sort().map(code).join(" "),
  functions: functionTables,
  procedures: procedureTable,
  errors: errorTable,
};

/** Returns the reference with its generated parts updated. */
export function generateReference(text: string): string {
  return text.replace(
    /(<!-- generated: (.+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const generate = GENERATED[name];
      if (generate === undefined) throw new Error(`unknown generated part "${name}"`);
      return `${start}${generate()}\n${end}`;
    },
  );
}

function functionTables(): string {
  const listed = new Set(Object.values(GROUPS).flat());
  const groups = { ...GROUPS, Others: FUNCTIONS.filter((definition) => !listed.has(definition)) };
  return Object.entries(groups)
    .filter(([, definitions]) => definitions.length > 0)
    .map(([title, definitions]) => `### ${title}\n\n${functionTable(definitions)}\n`)
    .join("\n");
}

function functionTable(definitions: readonly Definition[]): string {
  const rows = definitions
    .filter((definition) => FUNCTIONS.includes(definition))
    .map(({ signature, description }) => row(code(shortened(signature)), description));
  return [row("function", "gives"), row("---", "---"), ...rows].join("\n");
}

function procedureTable(): string {
  const rows = CLAIM_PROCEDURES.map(({ name, parameters, columns, description }) => {
    const texts = parameters.map(({ name: parameter, isOptional }) => `${parameter}${isOptional ? "?" : ""}`);
    return row(
      code(`${name}(${texts.join(", ")})`),
      columns.map((column) => column.name).join(", "),
      description,
    );
  });
  return [row("procedure", "yields", "gives"), row("---", "---", "---"), ...rows].join("\n");
}

/** Shortens the list of the types of a point in time, which is in many signatures. */
function shortened(signature: string): string {
  return signature.replaceAll("Date | LocalTime | Time | LocalDateTime | DateTime", "Instant");
}

function errorTable(): string {
  const rows = Object.entries<ErrorMeaning>(ERROR_CODES).map(([name, { kind, phase, detail, meaning }]) =>
    row(code(name), kind, phase, detail === undefined ? "" : code(detail), meaning),
  );
  return [
    row("code", "kind", "phase", "detail, if different", "meaning"),
    row(...Array(5).fill("---")),
    ...rows,
  ].join("\n");
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}
