import type { Kind } from "../kind.ts";
import { Random } from "../random.ts";
import { checkAnnotations } from "./check-annotations.ts";
import { randomAnnotations } from "./mutate-yaml.ts";

/** Files of annotations with a few changes. */
export function annotationKind(): Kind {
  return {
    plural: "files",
    input: (seed, number) => {
      const text = randomAnnotations(new Random(seed, number));
      return { text, check: () => checkAnnotations(text) };
    },
  };
}
