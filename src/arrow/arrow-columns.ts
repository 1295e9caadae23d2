import {
  Column as ArrowColumn,
  type Batch,
  batchType,
  bool,
  type DataType,
  dictionary,
  field,
  int32,
  list,
  utf8,
} from "@uwdata/flechette";
import { encodeTexts } from "./encode-texts.ts";

/** Arrow columns of one batch each, built from existing arrays without copying them where possible. */

const ALL_VALID = new Uint8Array(0);

/** A column of plain numbers. */
export function numberColumn(
  type: DataType,
  values: BigInt64Array | Float64Array | Int32Array,
): ArrowColumn<unknown> {
  return column(type, { values, length: values.length });
}

export function textColumn(texts: readonly string[]): ArrowColumn<unknown> {
  const { bytes, offsets } = encodeTexts(texts);
  return packedTextColumn(bytes, offsets);
}

/** A column of texts from their concatenated UTF-8 bytes; `offsets` has one entry more than there are texts. */
export function packedTextColumn(bytes: Uint8Array, offsets: Uint32Array | Int32Array): ArrowColumn<unknown> {
  return column(utf8(), { values: bytes, offsets: signed(offsets), length: offsets.length - 1 });
}

/** A dictionary column: each code is the index of a value; with `hasNulls`, code 0 is null. */
export function dictionaryColumn(
  codes: Uint32Array,
  values: ArrowColumn<unknown>,
  hasNulls: boolean,
): ArrowColumn<unknown> {
  const type = dictionary(values.type, int32());
  const valid = hasNulls ? validity(codes.length, (row) => codes[row] !== 0) : undefined;
  const batch = makeBatch(type, { values: signed(codes), length: codes.length, ...valid });
  batch.setDictionary(values);
  return new ArrowColumn([batch], type);
}

export function booleanColumn(values: readonly (boolean | null)[]): ArrowColumn<unknown> {
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  for (const [row, value] of values.entries()) if (value) setBit(bits, row);
  return column(bool(), {
    values: bits,
    length: values.length,
    ...validity(values.length, (row) => values[row] !== null),
  });
}

export function textListColumn(lists: readonly (readonly string[] | null)[]): ArrowColumn<unknown> {
  const offsets = new Int32Array(lists.length + 1);
  for (const [row, texts] of lists.entries())
    offsets[row + 1] = (offsets[row] as number) + (texts?.length ?? 0);
  const items = textColumn(lists.flatMap((texts) => texts ?? []));
  return column(list(field("item", utf8())), {
    offsets,
    children: [...items.data],
    length: lists.length,
    ...validity(lists.length, (row) => lists[row] !== null),
  });
}

/** The parts of Flechette's batches. */
interface BatchParts {
  readonly length: number;
  readonly values?: BigInt64Array | Float64Array | Int32Array | Uint8Array;
  readonly offsets?: Int32Array;
  readonly children?: Batch<unknown>[];
  readonly validity?: Uint8Array;
  readonly nullCount?: number;
}

function column(type: DataType, parts: BatchParts): ArrowColumn<unknown> {
  return new ArrowColumn([makeBatch(type, parts)], type);
}

function makeBatch(type: DataType, parts: BatchParts) {
  const BatchType = batchType(type, { useBigInt: true });
  return new BatchType({ nullCount: 0, validity: ALL_VALID, ...parts, type });
}

/** A validity bitmap; undefined if every row has a value. */
function validity(
  length: number,
  isValid: (row: number) => boolean,
): { readonly validity: Uint8Array; readonly nullCount: number } | undefined {
  const bits = new Uint8Array(Math.ceil(length / 8));
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    if (isValid(row)) setBit(bits, row);
    else nullCount++;
  }
  return nullCount === 0 ? undefined : { validity: bits, nullCount };
}

function setBit(bits: Uint8Array, row: number): void {
  bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
}

/** The same numbers as signed ones, which Arrow's readers prefer; none is large enough to become negative. */
function signed(numbers: Uint32Array | Int32Array): Int32Array {
  return new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length);
}
