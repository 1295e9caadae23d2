import type { LinkedClaim } from "./claim.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { optionalText, texts } from "./property-texts.ts";

/** Links between claims and their replies, such as a denial of an accusation. */
export interface AnswerLinks {
  /** The claims that a claim replies to, listed in its property `answers`. */
  answered(claim: number): LinkedClaim[];
  /** The claims that reply to a claim. */
  answering(claim: number): LinkedClaim[];
}

export function answerLinks({ index }: ClaimGraph): AnswerLinks {
  const answers = index.relationshipColumn("answers");
  const ids = index.relationshipColumn("claim");
  let answering: ReadonlyMap<string, readonly number[]> | undefined;

  function linked(claim: number, id: string): LinkedClaim {
    const { id: key, properties } = index.relationship(claim);
    const gist = optionalText(properties["gist"]);
    const claimant = optionalText(properties["claimant"]);
    return { id, key, ...(gist !== undefined && { gist }), ...(claimant !== undefined && { claimant }) };
  }

  function find(id: string): number | undefined {
    // The loader uses the claim's id as the relationship's key; other graphs may store it only as a property.
    const byKey = index.findRelationship(id);
    if (byKey !== undefined && ids.valueOf(byKey) === id) return byKey;
    const code = ids.codeOf(id);
    return code === undefined ? undefined : index.relationshipsByCode("claim").list(code)[0];
  }

  return {
    answered: (claim) =>
      texts(answers.valueOf(claim)).map((id) => {
        const other = find(id);
        return other === undefined ? { id } : linked(other, id);
      }),
    answering(claim) {
      // Few claims are replies, so their lists are all read on first use.
      answering ??= claimsByAnswered();
      const id = optionalText(ids.valueOf(claim));
      const claims = (id === undefined ? undefined : answering.get(id)) ?? [];
      return claims.map((other) =>
        linked(other, optionalText(ids.valueOf(other)) ?? index.relationshipKey(other)),
      );
    },
  };

  function claimsByAnswered(): Map<string, number[]> {
    const found = new Map<string, number[]>();
    if (answers.values.length === 1) return found;
    const postings = index.relationshipsByCode("answers");
    for (let code = 1; code < answers.values.length; code++) {
      for (const id of texts(answers.values[code])) {
        const claims = found.get(id) ?? [];
        claims.push(...postings.list(code));
        found.set(id, claims);
      }
    }
    return found;
  }
}
