/** Minimal readers, written only from the formats' specifications, to compare with the importer. */

/** An entity as texts, reduced to what every reader must agree on. */
export interface TinyEntity {
  /** Key and labels of a node; ends and type of a relationship. */
  readonly identity: readonly string[];
  /** Properties that are texts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The content of a file. */
export interface TinyFile {
  /** Undefined if changes have renamed the role columns. */
  readonly entities: readonly TinyEntity[] | undefined;
  /** Properties that can be compared; undefined: all. */
  readonly names?: ReadonlySet<string>;
}

/** Reads CSV (RFC 4180); undefined if the text is not CSV, or a row and the header differ in length. */
export function readCsv(text: string, roles: readonly string[]): TinyFile | undefined {
  const rows = csvRows(text.replace(/^\ufeff/, ""));
  const header = rows?.shift()?.map(({ text: name }) => name);
  if (rows === undefined || header === undefined) return undefined;
  if (rows.some((row) => row.length !== header.length)) return undefined;
  const places = roles.map((role) => header.indexOf(role));
  const names = new Set(header.filter(isPlainName));
  if (places.includes(-1)) return { entities: undefined, names };
  const entities = rows.map((row) => ({
    identity: places.map((at) => row[at]?.text ?? ""),
    texts: new Map(
      header.flatMap((name, at) => {
        const cell = row[at];
        const isText = cell !== undefined && (cell.text !== "" || cell.quoted);
        return isText && isPlainName(name) ? [[name, cell.text]] : [];
      }),
    ),
  }));
  return { entities, names };
}

/** Whether a header is only the name of a text property. */
function isPlainName(name: string): boolean {
  return /^[^:{}()[\]]+$/.test(name) && name.trim() === name;
}

interface CsvCell {
  readonly text: string;
  readonly quoted: boolean;
}

function csvRows(text: string): CsvCell[][] | undefined {
  const rows: CsvCell[][] = [];
  let at = 0;
  while (at < text.length) {
    const empty = /^\r?\n/.exec(text.slice(at, at + 2));
    if (empty !== null) {
      at += empty[0].length;
      continue;
    }
    const row: CsvCell[] = [];
    for (;;) {
      const quoted = text[at] === '"';
      const match = (quoted ? /"((?:[^"]|"")*)"/y : /([^,\n]*)/y) as RegExp;
      match.lastIndex = at;
      const found = match.exec(text);
      if (found === null) return undefined;
      at += found[0].length;
      const cell = (found[1] ?? "").replaceAll('""', quoted ? '"' : '""');
      const isLast = text[at] !== ",";
      row.push({ quoted, text: !quoted && isLast ? cell.replace(/\r$/, "") : cell });
      if (isLast) break;
      at++;
    }
    const end = /\r?\n|\r?$/y;
    end.lastIndex = at;
    const found = end.exec(text);
    if (found === null) return undefined;
    at += found[0].length;
    rows.push(row);
  }
  return rows;
}

/** Reads JSON lines; undefined if a line is not JSON. */
export function readJsonLines(text: string, kind: "node" | "relationship"): TinyFile | undefined {
  const entities: TinyEntity[] = [];
  for (const line of text.replace(/^\ufeff/, "").split("\n")) {
    if (line.trim() === "") continue;
    let row: Readonly<Record<string, unknown>>;
    try {
      row = JSON.parse(line);
    } catch {
      return undefined;
    }
    if (row["type"] !== kind) continue;
    const { id, labels = [], start, end, label, properties = {} } = row;
    const identity =
      kind === "node"
        ? [String(id), (labels as string[]).join(";")]
        : [keyOf(start), String(label), keyOf(end)];
    const texts = Object.entries(properties as object).filter(([, value]) => typeof value === "string");
    entities.push({ identity, texts: new Map(texts) });
  }
  return { entities };
}

function keyOf(end: unknown): string {
  return String(typeof end === "object" && end !== null ? (end as { id?: unknown }).id : end);
}
