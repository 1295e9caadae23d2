import { isTypeName, type TypeName } from "../values/type-name.ts";
import type { AggregateDefinition, FunctionDefinition } from "./definition.ts";

type Signed = Pick<FunctionDefinition | AggregateDefinition, "signature">;

const KNOWN = new Map<string, readonly (readonly TypeName[] | undefined)[]>();

/**
 * The types that each parameter accepts, parsed from the signature, which is also documentation:
 * `size(value: List | String) :: Integer`. `Any` is represented as undefined.
 */
export function parameterTypes({ signature }: Signed): readonly (readonly TypeName[] | undefined)[] {
  const known = KNOWN.get(signature);
  if (known !== undefined) return known;
  const inside = /\((.*)\)/.exec(signature)?.[1] ?? "";
  const types = [...inside.matchAll(/:\s*([A-Z]\w*(?:\s*\|\s*[A-Z]\w*)*)/g)].map(([, union = ""]) => {
    const names = union.split("|").map((name) => name.trim());
    return names.every(isTypeName) ? names : undefined;
  });
  KNOWN.set(signature, types);
  return types;
}

/** The number of arguments that the signature allows; `maximum` is Infinity if it ends in `…`. */
export function argumentRange({ signature }: Signed): { readonly minimum: number; readonly maximum: number } {
  const inside = /\((.*)\)/.exec(signature)?.[1] ?? "";
  const [required = "", ...optional] = inside.split("[");
  const minimum = parameterCount(required);
  const maximum = inside.includes("…") ? Number.POSITIVE_INFINITY : minimum + parameterCount(optional.join());
  return { minimum, maximum };
}

/** Each parameter has one colon, before its type. */
function parameterCount(text: string): number {
  return text.split(":").length - 1;
}

/** The type of the result, if the signature has a single one. */
export function resultType({ signature }: Signed): TypeName | undefined {
  const name = /::\s*(\w+)$/.exec(signature)?.[1] ?? "";
  return isTypeName(name) ? name : undefined;
}
