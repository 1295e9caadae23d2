import { type Column as ArrowColumn, dateDay, float64, int64 } from "@uwdata/flechette";
import type { Column } from "../graph/column.ts";
import { toTaggedJson } from "../values/tagged-json.ts";
import { type CypherDate, epochDayOf } from "../values/temporal/date.ts";
import { TEMPORAL_TYPES } from "../values/temporal/read-temporal.ts";
import { typeName } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";
import {
  booleanColumn,
  dictionaryColumn,
  numberColumn,
  packedTextColumn,
  textColumn,
  textListColumn,
} from "./arrow-columns.ts";
import type { ValueForm } from "./arrow-layout.ts";
import { encodeTexts } from "./encode-texts.ts";

/** A property of `count` entities as an Arrow column, with the form of its values. */
export function propertyColumn(
  column: Column,
  count: number,
): { readonly form: ValueForm; readonly arrow: ArrowColumn<unknown> } {
  const codes = exactly(column.codes, count);
  const form = formOf(column, codes);
  return { form, arrow: arrowOf(form, codes, column.values) };
}

function arrowOf(form: ValueForm, codes: Uint32Array, values: readonly Value[]): ArrowColumn<unknown> {
  const held = values.slice(1);
  const dictionary = (arrow: ArrowColumn<unknown>) => dictionaryColumn(codes, arrow, true);
  switch (form) {
    case "DistinctStrings": {
      const { bytes, offsets } = encodeTexts(held as string[]);
      return packedTextColumn(bytes, offsets);
    }
    case "Integer":
      return dictionary(
        numberColumn(int64(), BigInt64Array.from([0n, ...held.map((value) => BigInt(value as number))])),
      );
    case "Float":
      return dictionary(numberColumn(float64(), Float64Array.from([0, ...held.map(Number)])));
    case "Date":
      return dictionary(
        numberColumn(
          dateDay(),
          Int32Array.from([0, ...held.map((value) => epochDayOf(value as CypherDate))]),
        ),
      );
    case "Boolean":
      return booleanColumn(Array.from(codes, (code) => values[code] as boolean | null));
    case "StringList":
      return textListColumn(Array.from(codes, (code) => values[code] as readonly string[] | null));
    case "Json":
      return dictionary(textColumn(["", ...held.map(toTaggedJson)]));
    default:
      return dictionary(textColumn(["", ...held.map(String)]));
  }
}

function formOf({ values }: Column, codes: Uint32Array): ValueForm {
  const types = new Set(values.slice(1).map(formOfValue));
  const [form = "String", ...others] = types;
  if (others.length > 0) return "Json";
  const isDistinct =
    form === "String" && values.length === codes.length + 1 && codes.every((code, row) => code === row + 1);
  return isDistinct ? "DistinctStrings" : form;
}

function formOfValue(value: Value): ValueForm {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string") ? "StringList" : "Json";
  const type = typeName(value);
  switch (type) {
    case "String":
    case "Integer":
    case "Float":
    case "Boolean":
      return type;
    case "Date":
      // Arrow counts days in 32 bits, and Cypher's years have nine digits.
      return Math.abs(epochDayOf(value as CypherDate)) < 2 ** 31 ? "Date" : "Json";
    default:
      return TEMPORAL_TYPES.find((temporal) => temporal === type) ?? "Json";
  }
}

/** Exactly `count` codes. A column may have more codes than entities, or fewer if the last entities have no value. */
function exactly(codes: Uint32Array, count: number): Uint32Array {
  if (codes.length >= count) return codes.subarray(0, count);
  const all = new Uint32Array(count);
  all.set(codes);
  return all;
}
