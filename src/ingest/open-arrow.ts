import { type DataType, type RecordBatch, Type } from "@uwdata/flechette";
import { decodeIPC } from "@uwdata/flechette/src/decode/decode-ipc.js";

/** Why a file is not what it should be, for the end of a sentence. */
export class UnreadableTable extends Error {
  override readonly name = "UnreadableTable";
}

/** The values of a column, or of a dictionary, where they stand in the file's bytes. */
export interface ArrowValues {
  readonly type: DataType;
  readonly length: number;
  /** A bit for each row, the lowest of a byte first; empty where every row has a value. */
  readonly validity: Uint8Array;
  readonly bytes: Uint8Array;
  /** Of texts and lists: where each begins, with the end of the last. */
  readonly offsets: Int32Array;
  /** Of lists: what stands in them. */
  readonly items: ArrowValues | undefined;
  /** Of a dictionary: what its codes stand for. */
  readonly dictionary: ArrowValues | undefined;
}

export interface ArrowColumn {
  readonly name: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly values: ArrowValues;
}

/** A file in Arrow's IPC format whose rows are in one batch. */
export interface ArrowTable {
  readonly metadata: ReadonlyMap<string, string>;
  readonly rows: number;
  readonly columns: readonly ArrowColumn[];
}

/**
 * Finds the columns in the bytes of a file; nothing is copied or decoded.
 *
 * @throws UnreadableTable, and what Flechette and typed arrays throw, where the file is broken
 */
export function openArrow(file: Uint8Array): ArrowTable {
  const { schema, records, dictionaries } = decodeIPC(file);
  const [batch, ...more] = records ?? [];
  if (schema === undefined || batch === undefined || more.length > 0) {
    throw new UnreadableTable("its rows are not in one batch");
  }
  const batches = new Map<number, RecordBatch>();
  for (const { id, data, body } of dictionaries ?? []) {
    if (batches.has(id)) throw new UnreadableTable("a dictionary in it comes in parts");
    batches.set(id, { ...data, ...(body && { body }) });
  }
  const dictionaryOf = (id: number, type: DataType) => {
    const held = batches.get(id);
    if (held === undefined) throw new UnreadableTable("a dictionary in it is missing");
    return new BatchReader(held, dictionaryOf).read(type);
  };
  const reader = new BatchReader(batch, dictionaryOf);
  return {
    metadata: schema.metadata ?? new Map(),
    rows: batch.length ?? 0,
    columns: schema.fields.map(({ name, type, metadata }) => ({
      name,
      metadata: metadata ?? new Map(),
      values: reader.read(type),
    })),
  };
}

/** Takes the buffers of a batch one after another, as the types of its columns say. */
class BatchReader {
  readonly #batch: RecordBatch;
  readonly #dictionaryOf: (id: number, type: DataType) => ArrowValues;
  #node = 0;
  #region = 0;

  constructor(batch: RecordBatch, dictionaryOf: (id: number, type: DataType) => ArrowValues) {
    if (batch.compression) throw new UnreadableTable("it is compressed");
    this.#batch = batch;
    this.#dictionaryOf = dictionaryOf;
  }

  read(type: DataType): ArrowValues {
    const length = this.#batch.nodes[this.#node++]?.length ?? 0;
    const validity = this.#bytes();
    const nothing = { offsets: new Int32Array(0), items: undefined, dictionary: undefined };
    switch (type.typeId) {
      case Type.Bool:
      case Type.Int:
      case Type.Float:
      case Type.Date:
        return { ...nothing, type, length, validity, bytes: this.#bytes() };
      case Type.Utf8:
        return { ...nothing, type, length, validity, offsets: this.#offsets(length), bytes: this.#bytes() };
      case Type.List: {
        const offsets = this.#offsets(length);
        const [item] = type.children;
        return {
          ...nothing,
          type,
          length,
          validity,
          offsets,
          bytes: validity,
          items: item && this.read(item.type),
        };
      }
      case Type.Dictionary: {
        const bytes = this.#bytes();
        return {
          ...nothing,
          type,
          length,
          validity,
          bytes,
          dictionary: this.#dictionaryOf(type.id, type.dictionary),
        };
      }
      default:
        throw new UnreadableTable("a column is of a type that Hearsay does not write");
    }
  }

  #bytes(): Uint8Array {
    const { offset = 0, length = 0 } = this.#batch.regions[this.#region++] ?? {};
    const { body = new Uint8Array(0) } = this.#batch;
    if (offset + length > body.length) throw new UnreadableTable("it has been cut off");
    return body.subarray(offset, offset + length);
  }

  /** No text and no list needs any where there is none. */
  #offsets(length: number): Int32Array {
    const bytes = this.#bytes();
    return length === 0 ? new Int32Array(1) : new Int32Array(bytes.buffer, bytes.byteOffset, length + 1);
  }
}
