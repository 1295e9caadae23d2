import type { LinkedClaim } from "./claim.ts";
import type { ClaimGraph } from "./claim-graph.ts";
import { optionalText, texts } from "./property-texts.ts";

/** Which claims reply to which: a denial to its accusation. */
export interface AnswerLinks {
  /** The claims that a claim replies to, as its property `answers` names them. */
  answered(claim: number): LinkedClaim[];
  /** The claims that name it. */
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
    // The loader gives a relationship the claim's id as its key; other graphs may keep it as a property only.
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
      // Few claims reply to any: their lists are read once.
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
