import { FlatTable } from "./flat-buffer.ts";

/** A table that cannot be read; its message completes a sentence about the file. */
export class UnreadableTable extends Error {
  override readonly name = "UnreadableTable";
}

/** The types that Hearsay writes. */
export type ArrowType = "int64" | "float64" | "bool" | "date32" | "utf8" | "list" | "dictionary";

/** The values of a column or of a dictionary, as views of the file's bytes. */
export interface ArrowValues {
  readonly type: ArrowType;
  readonly length: number;
  /** A bit per row, lowest bit of a byte first; empty if every row has a value. */
  readonly validity: Uint8Array;
  readonly bytes: Uint8Array;
  /** For texts and lists: the offset of each, plus the end of the last. */
  readonly offsets: Int32Array;
  /** For lists: their items. */
  readonly items: ArrowValues | undefined;
  /** For a dictionary column: the values of its `int32` codes. */
  readonly dictionary: ArrowValues | undefined;
}

export interface ArrowColumn {
  readonly name: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly values: ArrowValues;
}

/** A file in Arrow's IPC format with all rows in one batch. */
export interface ArrowTable {
  readonly metadata: ReadonlyMap<string, string>;
  readonly rows: number;
  readonly columns: readonly ArrowColumn[];
}

/** The header of a batch, and its bytes. */
interface Batch {
  readonly table: FlatTable;
  readonly body: Uint8Array;
}

/**
 * Finds the columns in the bytes of a file in Arrow's IPC file format, without copying or decoding them. Flechette,
 * which writes these files, can also read them, but it makes a string of every text of every dictionary, and uses all
 * memory for some broken files.
 *
 * @throws UnreadableTable or RangeError if the file is broken
 */
export function openArrow(file: Uint8Array): ArrowTable {
  // Numbers are read in place, so they must be aligned to eight bytes.
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  const footer = readFooter(bytes);
  const schema = footer.table(1);
  const [block, ...more] = footer.structs(3, 3);
  if (schema === undefined || block === undefined || more.length > 0) {
    throw new UnreadableTable("its rows are not in one batch");
  }
  const { table, body } = readMessage(bytes, block);
  const dictionaries = new Map<number, Batch>();
  for (const dictionary of footer.structs(2, 3)) {
    const { table, body } = readMessage(bytes, dictionary);
    const held = table.table(1);
    const id = table.int64(0);
    if (held === undefined || dictionaries.has(id))
      throw new UnreadableTable("a dictionary in it is split into parts");
    dictionaries.set(id, { table: held, body });
  }
  const reader = new BatchReader({ table, body }, dictionaries);
  return {
    metadata: readMetadata(schema.tables(2)),
    rows: table.int64(0),
    columns: schema.tables(1).map((field) => ({
      name: field.text(0),
      metadata: readMetadata(field.tables(6)),
      values: reader.read(field),
    })),
  };
}

const MAGIC = "ARROW1";

function readFooter(bytes: Uint8Array): FlatTable {
  const end = bytes.length - MAGIC.length;
  if (new TextDecoder().decode(bytes.subarray(Math.max(0, end))) !== MAGIC) {
    throw new UnreadableTable("it is not an Arrow file, or is incomplete");
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(end - 4, true);
  return FlatTable.root(bytes.subarray(end - 4 - length, end - 4));
}

/** Reads the message that a block of the footer (offset, length of the metadata, length of the body) points to. */
function readMessage(bytes: Uint8Array, [offset = 0, metadata = 0, length = 0]: readonly number[]): Batch {
  const start = offset + metadata;
  if (start + length > bytes.length) throw new RangeError("a message is longer than its file");
  // The message is preceded by a marker and its length.
  const table = FlatTable.root(bytes.subarray(offset + 8, start)).table(2);
  if (table === undefined) throw new RangeError("a message has no header");
  return { table, body: bytes.subarray(start, start + length) };
}

function readMetadata(pairs: readonly FlatTable[]): ReadonlyMap<string, string> {
  return new Map(pairs.map((pair) => [pair.text(0), pair.text(1)]));
}

/** Reads the buffers of a batch in order, as described by the fields of the schema. */
class BatchReader {
  readonly #body: Uint8Array;
  readonly #nodes: readonly (readonly number[])[];
  readonly #buffers: readonly (readonly number[])[];
  readonly #dictionaries: ReadonlyMap<number, Batch>;
  #node = 0;
  #buffer = 0;

  constructor({ table, body }: Batch, dictionaries: ReadonlyMap<number, Batch>) {
    if (table.has(3)) throw new UnreadableTable("it is compressed");
    this.#body = body;
    this.#nodes = table.structs(1, 2);
    this.#buffers = table.structs(2, 2);
    this.#dictionaries = dictionaries;
  }

  read(field: FlatTable): ArrowValues {
    const encoding = field.table(4);
    return encoding === undefined ? this.#readPlain(field) : this.#readDictionary(field, encoding.int64(0));
  }

  #readDictionary(field: FlatTable, id: number): ArrowValues {
    const batch = this.#dictionaries.get(id);
    if (batch === undefined) throw new UnreadableTable("a dictionary in it is missing");
    const dictionary = new BatchReader(batch, this.#dictionaries).#readPlain(field);
    const length = this.#length();
    const validity = this.#bytes();
    return { ...NOTHING, type: "dictionary", length, validity, bytes: this.#bytes(length * 4), dictionary };
  }

  #readPlain(field: FlatTable): ArrowValues {
    const type = typeOf(field);
    const length = this.#length();
    const validity = this.#bytes();
    const values = { ...NOTHING, type, length, validity };
    switch (type) {
      case "utf8": {
        const offsets = this.#offsets(length);
        const bytes = this.#bytes();
        return { ...values, offsets: ascending(offsets, bytes.length), bytes };
      }
      case "list": {
        const offsets = this.#offsets(length);
        const [item] = field.tables(5);
        const items = item && this.read(item);
        return { ...values, offsets: ascending(offsets, items?.length ?? 0), items };
      }
      case "bool":
        return { ...values, bytes: this.#bytes(Math.ceil(length / 8)) };
      default:
        return { ...values, bytes: this.#bytes(length * (type === "date32" ? 4 : 8)) };
    }
  }

  #length(): number {
    return this.#nodes[this.#node++]?.[0] ?? 0;
  }

  #bytes(least = 0): Uint8Array {
    const [offset = 0, length = 0] = this.#buffers[this.#buffer++] ?? [];
    if (length < least || offset + length > this.#body.length)
      throw new RangeError("a column is longer than its file");
    return this.#body.subarray(offset, offset + length);
  }

  /** Offsets of `length` texts or lists; they may be missing if `length` is 0. */
  #offsets(length: number): Int32Array {
    const bytes = this.#bytes(length === 0 ? 0 : (length + 1) * 4);
    return length === 0 ? new Int32Array(1) : new Int32Array(bytes.buffer, bytes.byteOffset, length + 1);
  }
}

/** Checks that offsets are ascending and at most `most`. */
function ascending(offsets: Int32Array, most: number): Int32Array {
  let last = 0;
  for (const offset of offsets) {
    if (offset < last) throw new RangeError("an offset goes back");
    last = offset;
  }
  if (last > most) throw new RangeError("an offset lies beyond the end");
  return offsets;
}

const EMPTY = new Uint8Array(0);
const NOTHING = { bytes: EMPTY, offsets: new Int32Array(0), items: undefined, dictionary: undefined };

/** The type of a field, or of its dictionary's values: the numbers are those of Arrow's `Schema.fbs`. */
function typeOf(field: FlatTable): Exclude<ArrowType, "dictionary"> {
  const type = field.table(3);
  switch (field.byte(2)) {
    case 2:
      if (type?.int32(0) === 64) return "int64";
      break;
    case 3:
      if (type?.int16(0) === 2) return "float64";
      break;
    case 5:
      return "utf8";
    case 6:
      return "bool";
    case 8:
      if (type?.int16(0, 1) === 0) return "date32";
      break;
    case 12:
      return "list";
  }
  throw new UnreadableTable("a column is of a type that Hearsay does not write");
}
