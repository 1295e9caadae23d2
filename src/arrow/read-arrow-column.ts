import { Column } from "../graph/column.ts";
import { decodeTexts } from "../graph/decode-texts.ts";
import { float } from "../values/float.ts";
import { integer } from "../values/numbers.ts";
import { fromTaggedJson } from "../values/tagged-json.ts";
import { dateOfEpochDay } from "../values/temporal/date.ts";
import { readTemporal } from "../values/temporal/read-temporal.ts";
import type { Value } from "../values/value.ts";
import type { ValueForm } from "./arrow-layout.ts";
import { type ArrowType, type ArrowValues, UnreadableTable } from "./open-arrow.ts";

/** Reads a property from the form in which `property-column.ts` wrote it. */
export function readProperty(values: ArrowValues, form: ValueForm): Column {
  switch (form) {
    case "DistinctStrings": {
      const codes = new Uint32Array(values.length);
      for (let row = 0; row < codes.length; row++) codes[row] = row + 1;
      return new Column(codes, [null, ...textsOf(values)]);
    }
    case "Boolean":
      return readBooleans(values);
    case "StringList":
      return readLists(values);
    default: {
      const held = dictionaryValues(values, form);
      held[0] = null;
      return new Column(codesOf(values, held.length), held);
    }
  }
}

/** The codes of a dictionary column, as a view of the file's bytes; each is checked to be less than `valueCount`. */
export function codesOf(values: ArrowValues, valueCount: number): Uint32Array {
  const { bytes, length } = ofType(values, "dictionary");
  const codes = new Uint32Array(bytes.buffer, bytes.byteOffset, length);
  let largest = 0;
  for (let row = 0; row < length; row++) {
    const code = codes[row] as number;
    if (code > largest) largest = code;
  }
  if (length > 0 && largest >= valueCount) throw new UnreadableTable("a code in it has no value");
  return codes;
}

/** The values of a dictionary column, not decoded. */
export function dictionaryOf(values: ArrowValues): ArrowValues {
  const { dictionary } = ofType(values, "dictionary");
  if (dictionary === undefined) throw new UnreadableTable("a dictionary in it is missing");
  return dictionary;
}

export function textsOf(values: ArrowValues): string[] {
  const { bytes, offsets, length } = ofType(values, "utf8");
  return decodeTexts(bytes, offsets, length);
}

export function ofType(values: ArrowValues, type: ArrowType): ArrowValues {
  if (values.type === type) return values;
  throw new UnreadableTable("a column has the wrong type");
}

function dictionaryValues(values: ArrowValues, form: ValueForm): Value[] {
  const dictionary = dictionaryOf(values);
  const { length } = dictionary;
  switch (form) {
    case "Integer": {
      const { buffer, byteOffset } = ofType(dictionary, "int64").bytes;
      return Array.from(new BigInt64Array(buffer, byteOffset, length), integer);
    }
    case "Float": {
      const { buffer, byteOffset } = ofType(dictionary, "float64").bytes;
      return Array.from(new Float64Array(buffer, byteOffset, length), float);
    }
    case "Date": {
      const { buffer, byteOffset } = ofType(dictionary, "date32").bytes;
      return Array.from(new Int32Array(buffer, byteOffset, length), dateOfEpochDay);
    }
    case "Json":
      return converted(textsOf(dictionary), fromTaggedJson);
    case "LocalTime":
    case "Time":
    case "LocalDateTime":
    case "DateTime":
    case "Duration":
      return converted(textsOf(dictionary), (text) => readTemporal(form, text));
    default:
      return textsOf(dictionary);
  }
}

/** Converts texts; the first represents null and is not converted. */
function converted([_, ...texts]: readonly string[], convert: (text: string) => Value): Value[] {
  return [null, ...texts.map(convert)];
}

function readBooleans(values: ArrowValues): Column {
  const { bytes, length } = ofType(values, "bool");
  const codes = new Uint32Array(length);
  for (let row = 0; row < length; row++) if (isValid(values, row)) codes[row] = bitAt(bytes, row) ? 2 : 1;
  return new Column(codes, [null, false, true]);
}

function readLists(values: ArrowValues): Column {
  const { items, length, offsets } = ofType(values, "list");
  const texts = items === undefined ? [] : textsOf(items);
  const column = new Column(new Uint32Array(length));
  for (let row = 0; row < length; row++) {
    if (isValid(values, row)) column.set(row, texts.slice(offsets[row], offsets[row + 1]));
  }
  return column;
}

function isValid({ validity }: ArrowValues, row: number): boolean {
  return validity.length === 0 || bitAt(validity, row);
}

function bitAt(bytes: Uint8Array, row: number): boolean {
  return (((bytes[row >> 3] as number) >> (row & 7)) & 1) === 1;
}
