import type { Choices } from "../optimize/choices.ts";
import {
  boundVariables,
  type Direction,
  type Entry,
  type Expression,
  type Key,
  LABEL_FORMS,
  type Match,
  type NewNode,
  type NewRelationship,
  PROPERTY_FORMS,
  type RemoveItem,
  type SetItem,
  type Statement,
  type Step,
  type Write,
} from "./script.ts";

const LABELS = ["A", "B", "C"] as const;
const TYPES = ["T", "U"] as const;

/** A statement of a random script. The first two only create entities to work on. */
export function randomStatement(choices: Choices, at: number): Statement {
  return at < 2 ? firstStatement(choices, at) : new StatementWriter(choices).statement();
}

function firstStatement(choices: Choices, at: number): Statement {
  const integer = (value: number): Expression => ({ kind: "integer", value });
  const nodes = ["x", "y", "z"].map(
    (variable): NewNode => ({
      variable,
      label: choices.pick(LABELS),
      entries: [
        { key: "a", value: integer(choices.below(4)) },
        { key: "b", value: integer(choices.below(3)) },
      ],
    }),
  );
  if (at === 0)
    return { unwind: undefined, match: undefined, writes: [{ kind: "create nodes", nodes }], returns: [] };
  const match: Match = {
    kind: "two",
    label: undefined,
    farLabel: undefined,
    type: undefined,
    where: undefined,
  };
  const where: Expression = {
    kind: "equal",
    left: { kind: "property", of: "n", key: "a", form: 0 },
    right: { kind: "property", of: "m", key: "b", form: 0 },
  };
  const relationship: NewRelationship = {
    variable: "q",
    type: choices.pick(TYPES),
    entries: [{ key: "a", value: integer(choices.below(3)) }],
  };
  const write: Write = { kind: "create step", from: "n", to: "m", relationship };
  return {
    unwind: undefined,
    match: choices.sometimes(3) ? match : { ...match, where },
    writes: [write],
    returns: [],
  };
}

class StatementWriter {
  readonly #choices: Choices;
  #nodes: string[] = [];
  #relationships: string[] = [];
  #hasRow = false;
  /** Whether MERGE has been used: after it the order of rows is not fixed, so no later clause may depend on it. */
  #isMerged = false;
  #made = 0;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  statement(): Statement {
    const choices = this.#choices;
    const kind = choices.pick(["one", "step", "two", "none"]);
    let match: Match | undefined =
      kind === "none"
        ? undefined
        : {
            kind,
            label: choices.sometimes(2) ? choices.pick(LABELS) : undefined,
            farLabel: choices.sometimes(3) ? choices.pick(LABELS) : undefined,
            type: choices.sometimes(2) ? choices.pick(TYPES) : undefined,
            where: undefined,
          };
    const unwind = match === undefined || choices.sometimes(3) ? 1 + choices.below(3) : undefined;
    const names = boundVariables(match, undefined);
    this.#nodes = names.filter((name) => name !== "r");
    this.#relationships = names.filter((name) => name === "r");
    if (match !== undefined && choices.sometimes(2)) match = { ...match, where: this.#condition(1) };
    this.#hasRow = unwind !== undefined;
    const writes: Write[] = [];
    for (let count = 1 + choices.below(3); count > 0 && !this.#isMerged; count--) writes.push(this.#write());
    const returns = Array.from({ length: 1 + choices.below(3) }, () =>
      choices.sometimes(2) ? this.#condition(1) : this.#number(1),
    );
    // After MERGE, rows are in any order, and so must not be numbered.
    return { unwind, match, writes, returns };
  }

  #write(): Write {
    const choices = this.#choices;
    if (this.#nodes.length === 0)
      return choices.sometimes(2) ? this.#mergeNode() : { kind: "create nodes", nodes: this.#newNodes() };
    switch (
      choices.pick([
        "set",
        "set",
        "set",
        "remove",
        "create",
        "step",
        "merge",
        "merge step",
        "delete",
        "delete",
      ])
    ) {
      case "set":
        return {
          kind: "set",
          items: Array.from({ length: 1 + choices.below(3) }, () => this.#setItem(this.#entity())),
        };
      case "remove":
        return {
          kind: "remove",
          items: Array.from({ length: 1 + choices.below(2) }, () => this.#removeItem()),
        };
      case "create":
        return { kind: "create nodes", nodes: this.#newNodes() };
      case "step": {
        const from = this.#node();
        const isNew = choices.sometimes(2);
        const entries = this.#entries();
        const to = isNew ? this.#newNode() : this.#node();
        const relationship = this.#newRelationship(entries);
        this.#introduce(to, relationship);
        return { kind: "create step", from, to, relationship };
      }
      case "merge":
        return this.#mergeNode();
      case "merge step":
        return this.#mergeStep();
      case "delete":
        return this.#delete();
    }
  }

  #delete(): Write {
    const choices = this.#choices;
    const detach = choices.sometimes(2);
    const variables =
      this.#relationships.length > 0 && choices.sometimes(2)
        ? choices.pick([[this.#relationship()], [this.#node(), this.#relationship()]])
        : [this.#node()];
    return { kind: "delete", detach, variables };
  }

  #newNodes(): NewNode[] {
    return Array.from({ length: 1 + this.#choices.below(2) }, () => {
      const node = this.#newNode();
      this.#nodes.push(node.variable);
      return node;
    });
  }

  #newNode(): NewNode {
    return { variable: `x${this.#made++}`, label: this.#choices.pick(LABELS), entries: this.#entries() };
  }

  #newRelationship(entries: readonly Entry[]): NewRelationship {
    return { variable: `q${this.#made++}`, type: this.#choices.pick(TYPES), entries };
  }

  #introduce(to: string | NewNode, { variable }: NewRelationship): void {
    if (typeof to !== "string") this.#nodes.push(to.variable);
    this.#relationships.push(variable);
  }

  #entries(): Entry[] {
    return (["a", "b", "f"] as const)
      .filter(() => this.#choices.sometimes(2))
      .map((key) => ({ key, value: this.#valueFor(key) }));
  }

  /** Entries for MERGE: never null, and computed from the row. */
  #mergeEntries(): Entry[] {
    const value =
      this.#choices.sometimes(2) && this.#hasRow
        ? ({ kind: "row" } as const)
        : ({ kind: "or zero", value: this.#number(1) } as const);
    return [{ key: "a", value }];
  }

  #mergeNode(): Write {
    const node = {
      variable: `x${this.#made++}`,
      label: this.#choices.pick(LABELS),
      entries: this.#mergeEntries(),
    };
    const on = this.#on(node.variable, true);
    this.#nodes.push(node.variable);
    return { kind: "merge node", node, ...on };
  }

  #mergeStep(): Write {
    const from = this.#node();
    const isNew = this.#choices.sometimes(2);
    const to = isNew
      ? { variable: `x${this.#made++}`, label: this.#choices.pick(LABELS), entries: this.#mergeEntries() }
      : this.#node();
    const relationship = this.#newRelationship(this.#choices.sometimes(2) ? this.#mergeEntries() : []);
    const on = this.#on(relationship.variable, false);
    this.#introduce(to, relationship);
    return { kind: "merge step", from, to, relationship, ...on };
  }

  /** The order of several matches is not fixed: each match only reads and sets its own properties. */
  #on(
    variable: string,
    isNode: boolean,
  ): { readonly onCreate: readonly SetItem[]; readonly onMatch: readonly SetItem[] } {
    this.#isMerged = true;
    const choices = this.#choices;
    const own = new StatementWriter(choices);
    own.#hasRow = this.#hasRow;
    if (isNode) own.#nodes = [variable];
    else own.#relationships = [variable];
    const items = () => Array.from({ length: choices.below(3) }, () => own.#ownItem(variable, isNode));
    return { onCreate: items(), onMatch: items() };
  }

  #ownItem(of: string, isNode: boolean): SetItem {
    const { key, form } = { key: this.#choices.pick(["a", "b"] as const), form: this.#form() };
    const own: Expression = { kind: "or zero", value: { kind: "property", of, key, form } };
    const label: Expression = isNode
      ? {
          kind: "if",
          condition: { kind: "has label", of, label: this.#choices.pick(LABELS), form: 0 },
          yes: own,
          no: { kind: "key count", of },
        }
      : { kind: "key count", of };
    if (isNode && this.#choices.sometimes(4)) return { kind: "label", of, label: this.#choices.pick(LABELS) };
    const value: Expression = {
      kind: "add",
      left: own,
      right: this.#choices.sometimes(2) ? label : this.#constant(),
    };
    return { kind: "property", of, key: "b", value };
  }

  #setItem(of: string): SetItem {
    const choices = this.#choices;
    const isNode = this.#nodes.includes(of);
    switch (choices.pick(["property", "property", "property", "label", "map", "copy"])) {
      case "label":
        if (isNode) return { kind: "label", of, label: choices.pick(LABELS) };
        break;
      case "map":
        return { kind: "map", of, replaces: choices.sometimes(2), entries: this.#entries() };
      case "copy":
        return { kind: "copy", of, from: this.#entity(), replaces: choices.sometimes(2) };
      case "property":
        break;
    }
    const key = this.#key();
    return { kind: "property", of, key, value: this.#valueFor(key) };
  }

  #removeItem(): RemoveItem {
    const of = this.#entity();
    if (this.#nodes.includes(of) && this.#choices.sometimes(2))
      return { kind: "label", of, label: this.#choices.pick(LABELS) };
    return { kind: "property", of, key: this.#key() };
  }

  #valueFor(key: Key): Expression {
    return key === "f" ? this.#condition(2) : this.#number(2);
  }

  #constant(): Expression {
    return this.#hasRow && this.#choices.sometimes(2)
      ? { kind: "row" }
      : { kind: "integer", value: this.#choices.below(4) };
  }

  #number(depth: number): Expression {
    const choices = this.#choices;
    if (this.#nodes.length + this.#relationships.length === 0) return this.#constant();
    const kind = choices.pick([
      "property",
      "property",
      "property",
      "constant",
      "add",
      "add",
      "or zero",
      "if",
      "steps",
      "walks",
      "sum",
      "label count",
      "key count",
      "ends",
      "divide",
    ]);
    if (kind === "property") return this.#property(choices.pick(["a", "b"]));
    if (kind === "constant") return this.#constant();
    if (kind === "key count") return { kind, of: this.#entity() };
    if (kind === "ends" && this.#relationships.length > 0)
      return { kind: choices.pick(["start", "end"]), of: this.#relationship() };
    if (this.#nodes.length > 0) {
      if (kind === "steps" || kind === "walks" || kind === "sum") return { kind, step: this.#step() };
      if (kind === "label count") return { kind, of: this.#node() };
    }
    if (depth <= 0) return this.#constant();
    if (kind === "or zero") return { kind, value: this.#number(depth - 1) };
    if (kind === "if")
      return {
        kind,
        condition: this.#condition(depth - 1),
        yes: this.#number(depth - 1),
        no: this.#number(depth - 1),
      };
    if (kind === "divide" && choices.sometimes(2))
      return { kind, left: { kind: "integer", value: 10 }, right: this.#number(depth - 1) };
    return { kind: "add", left: this.#number(depth - 1), right: this.#number(depth - 1) };
  }

  #condition(depth: number): Expression {
    const choices = this.#choices;
    if (this.#nodes.length + this.#relationships.length === 0)
      return { kind: "less", left: this.#constant(), right: this.#constant() };
    const kind = choices.pick(["equal", "less", "has label", "step exists", "node exists", "flag"]);
    if (kind === "flag") return this.#property("f");
    if (this.#nodes.length > 0) {
      if (kind === "has label")
        return {
          kind,
          of: this.#node(),
          label: choices.pick(LABELS),
          form: choices.below(LABEL_FORMS.length),
        };
      if (kind === "step exists")
        return { kind, step: this.#step(), label: choices.sometimes(2) ? choices.pick(LABELS) : undefined };
    }
    if (kind === "node exists") {
      return {
        kind,
        label: choices.pick(LABELS),
        key: choices.pick(["a", "b"]),
        value: this.#number(depth - 1),
        less: choices.sometimes(2),
      };
    }
    return {
      kind: choices.pick(["equal", "less"]),
      left: this.#number(depth - 1),
      right: this.#number(depth - 1),
    };
  }

  #property(key: Key): Expression {
    return { kind: "property", of: this.#entity(), key, form: this.#form() };
  }

  #form(): number {
    return this.#choices.sometimes(2) ? this.#choices.below(PROPERTY_FORMS.length) : 0;
  }

  #step(): Step {
    const directions: readonly Direction[] = ["out", "in", "both"];
    return {
      from: this.#node(),
      direction: directions[this.#choices.below(3)] ?? "out",
      type: this.#choices.sometimes(2) ? this.#choices.pick(TYPES) : undefined,
    };
  }

  #key(): Key {
    return this.#choices.pick(["a", "b", "f"]);
  }

  #node(): string {
    return this.#nodes[this.#choices.below(this.#nodes.length)] ?? "n";
  }

  #relationship(): string {
    return this.#relationships[this.#choices.below(this.#relationships.length)] ?? "r";
  }

  #entity(): string {
    const all = [...this.#nodes, ...this.#relationships];
    return all[this.#choices.below(all.length)] ?? "n";
  }
}
