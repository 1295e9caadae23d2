import { parse } from "yaml";
import { FAULT_CODES } from "../../../src/annotations/fault-codes.ts";
import { aliasClashFaults } from "../../../src/annotations/find-alias-clashes.ts";
import { nearDuplicateFaults } from "../../../src/annotations/find-near-duplicates.ts";
import { sameClaimFaults } from "../../../src/annotations/find-same-claims.ts";
import { formatAnnotations } from "../../../src/annotations/format-annotations.ts";
import { type Ingested, ingest } from "../../../src/annotations/ingest.ts";
import { type Fault, renderFault } from "../../../src/diagnostics/fault.ts";
import { Engine } from "../../../src/engine.ts";
import { pollution } from "../check-query.ts";
import { type Check, stopwatch, type Violation, violationsOf } from "../kind.ts";
import { WORLD } from "./base-files.ts";

const FILE = "fuzz.yaml";
/** Maximum milliseconds for reading and formatting one small file. */
const MAX_MILLISECONDS = 3000;

/** Reads and formats one file of annotations together with a sample vocabulary and its entities. */
export function checkAnnotations(text: string): Check {
  const elapsed = stopwatch();
  let outcome = "violation";
  let ingested: Ingested | undefined;
  const violations: Violation[] = [
    ...violationsOf("reading throws", () => {
      ingested = read(text);
      const errors = ingested.faults.filter(({ severity }) => severity === "error");
      outcome = errors[0]?.code ?? "loaded";
      const advice = [
        ...nearDuplicateFaults(ingested.declarations),
        ...aliasClashFaults(ingested.declarations, ingested.vocabulary),
        ...ingested.readings.flatMap(sameClaimFaults),
      ];
      return [
        ...faultViolations([...ingested.faults, ...advice], text),
        ...(errors.length === 0 ? countViolations(ingested, text) : []),
        ...graphViolations(ingested),
      ];
    }),
    ...violationsOf("formatting throws", () => formatViolations(text, ingested)),
  ];
  const milliseconds = elapsed();
  if (milliseconds > MAX_MILLISECONDS) {
    violations.push({ rule: "takes too long", detail: `${Math.round(milliseconds)} ms` });
  }
  violations.push(...pollution());
  return { outcome, violations, milliseconds };
}

function read(text: string): Ingested {
  const world = WORLD.map((known, at) => ({ path: `world${at}.yaml`, text: known }));
  return ingest([...world, { path: FILE, text }]);
}

/** Checks that each fault has a known code, a place in the file and a one-line message, and can be shown. */
function faultViolations(faults: readonly Fault[], text: string): readonly Violation[] {
  return faults.flatMap((fault): Violation[] => {
    const { code, message, hint = "", span, file } = fault;
    const shown = renderFault(fault);
    const detail = `${code}: ${message}`;
    const broken: string[] = [];
    if (!Object.hasOwn(FAULT_CODES, code)) broken.push("the fault's code is unknown");
    if (/[\r\n]/.test(message + hint) || message === "") broken.push("the message is not one line");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
    if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(shown)) {
      broken.push("the fault is shown with raw control characters");
    }
    if (!/^[\w.]+:\d+:\d+: (?:error|warning): /.test(shown)) broken.push("the fault has no place");
    if (file === FILE && !(0 <= span.start && span.start <= span.end && span.end <= text.length)) {
      broken.push("the fault's place is outside the file");
    }
    return broken.map((rule) => ({ rule, place: code, detail }));
  });
}

/** Checks that a file without errors is loaded completely, compared with a plain YAML parser. */
function countViolations({ counts }: Ingested, text: string): readonly Violation[] {
  const plain = plainYaml(text) as Readonly<Record<string, unknown>>;
  const length = (value: unknown) => (Array.isArray(value) ? value.length : 0);
  const expected = { claims: length(plain["claims"]), articles: plain["article"] === undefined ? 0 : 1 };
  const { claims, articles } = counts;
  return claims === expected.claims && articles === expected.articles
    ? []
    : [{ rule: "not everything is loaded", detail: `${claims} of ${JSON.stringify(expected)}` }];
}

function graphViolations({ graph, counts }: Ingested): readonly Violation[] {
  const engine = new Engine(graph);
  const [[nodes]] = engine.run("MATCH (n) RETURN count(n)").rows as [[number]];
  const [[claims]] = engine.run("MATCH ()-[r]->() WHERE r.claim IS NOT NULL RETURN count(r)").rows as [
    [number],
  ];
  return nodes === graph.order && claims === counts.claims
    ? []
    : [{ rule: "the graph lacks something", detail: `${nodes} nodes, ${claims} claims` }];
}

/** Checks that formatting keeps the content and is idempotent, or that a fault says why the file is refused. */
function formatViolations(text: string, before = read(text)): readonly Violation[] {
  const first = formatAnnotations({ path: FILE, text });
  if (first.kind === "refused") {
    if (first.faults.length === 0) return [{ rule: "formatting is refused without a fault", detail: "" }];
    return faultViolations(first.faults, text);
  }
  const violations: Violation[] = [];
  const second = formatAnnotations({ path: FILE, text: first.text });
  const again = second.kind === "formatted" ? second.text : second.faults.map(renderFault).join("\n");
  if (again !== first.text) violations.push({ rule: "formatting twice differs from once", detail: again });
  if (canonical(plainYaml(text)) !== canonical(plainYaml(first.text))) {
    violations.push({ rule: "formatting changes the content", detail: first.text });
  }
  const after = read(first.text);
  if (codes(before) !== codes(after)) {
    const detail = `${codes(before)}\n${codes(after)}\n${first.text}`;
    violations.push({ rule: "formatting changes the faults", detail });
  }
  if (content(before) !== content(after)) {
    violations.push({ rule: "formatting changes the graph", detail: first.text });
  }
  return violations;
}

function plainYaml(text: string): unknown {
  return parse(text, { version: "1.2", uniqueKeys: false, logLevel: "silent", maxAliasCount: 0 });
}

/** A value as text, with the keys of records sorted, since their order has no meaning. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === "bigint" || typeof inner === "number") return `number ${inner}`;
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    return Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1));
  });
}

function codes({ faults }: Ingested): string {
  return faults
    .map(({ code }) => code)
    .sort()
    .join();
}

function content({ graph }: Ingested): string {
  const { nodes, edges } = graph.export();
  return [...nodes, ...edges]
    .map((entity) => canonical(entity))
    .sort()
    .join("\n");
}
