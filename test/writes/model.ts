import type {
  Entry,
  Expression,
  Match,
  NewNode,
  NewRelationship,
  SetItem,
  Statement,
  Step,
  Write,
} from "./script.ts";
import { boundVariables } from "./script.ts";

/** An integer, a Boolean, the name of a type, or null. */
export type ModelValue = number | boolean | string | null;

interface NodeOfModel {
  readonly kind: "node";
  labels: Set<string>;
  properties: Map<string, ModelValue>;
  state: "there" | "doomed" | "gone";
}

interface RelationshipOfModel {
  readonly kind: "relationship";
  readonly type: string;
  readonly start: NodeOfModel;
  readonly end: NodeOfModel;
  properties: Map<string, ModelValue>;
  state: "there" | "gone";
}

type Entity = NodeOfModel | RelationshipOfModel;
type Row = ReadonlyMap<string, Entity | number>;

/** The outcome of a statement: rows, or the code of its error. */
export type ModelOutcome = { readonly rows: readonly (readonly ModelValue[])[] } | { readonly error: string };

class ModelError extends Error {}

/**
 * A graph, and a naive implementation of the statements of a script: every read iterates over all entities, a clause
 * runs for all rows before the next begins, and its changes are visible immediately.
 */
export class Model {
  #nodes: NodeOfModel[] = [];
  #isUnspecified = false;
  #relationships: RelationshipOfModel[] = [];
  #nextId = 1;

  /** Runs a statement. A statement that fails changes nothing. */
  run(statement: Statement): ModelOutcome {
    const before = this.#copy();
    this.#isUnspecified = false;
    try {
      const rows = this.#rows(statement.match, statement.unwind);
      let current: Row[] = rows;
      for (const write of statement.writes) current = this.#write(write, current);
      const outcome = { rows: current.map((row) => statement.returns.map((one) => this.#value(one, row))) };
      // New entities get ids in order of creation, as in the engine's graph.
      for (const entity of [...this.#nodes, ...this.#relationships])
        if (entity.state === "there" && !entity.properties.has("id"))
          entity.properties.set("id", this.#nextId++);
      return statement.returns.length === 0 ? { rows: [] } : outcome;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      this.#nodes = before.nodes;
      this.#relationships = before.relationships;
      return { error: error.message };
    }
  }

  /**
   * Whether the last statement compares nodes with a value that cannot be read, and there are no such nodes. openCypher
   * does not say whether the value is read at all: a seek reads it first and fails, a scan does not.
   */
  get isUnspecified(): boolean {
    return this.#isUnspecified;
  }

  #noteUnspecified(value: Expression, row: Row): void {
    try {
      this.#value(value, row);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      this.#isUnspecified = true;
    }
  }

  /** The entities of the graph as sorted strings. */
  describe(): { readonly nodes: readonly string[]; readonly relationships: readonly string[] } {
    const nodes = this.#nodes.filter(({ state }) => state === "there");
    const relationships = this.#relationships.filter(({ state }) => state === "there");
    return {
      nodes: nodes.map(nodeText).sort(),
      relationships: relationships
        .map(
          (one) =>
            `${nodeText(one.start)}-[${one.type} {${propertiesText(one.properties)}}]->${nodeText(one.end)}`,
        )
        .sort(),
    };
  }

  #copy(): { nodes: NodeOfModel[]; relationships: RelationshipOfModel[] } {
    const copies = new Map<NodeOfModel, NodeOfModel>();
    for (const node of this.#nodes)
      copies.set(node, { ...node, labels: new Set(node.labels), properties: new Map(node.properties) });
    const copyOf = (node: NodeOfModel) => copies.get(node) ?? node;
    return {
      nodes: [...copies.values()],
      relationships: this.#relationships.map((one) => ({
        ...one,
        start: copyOf(one.start),
        end: copyOf(one.end),
        properties: new Map(one.properties),
      })),
    };
  }

  #rows(match: Match | undefined, unwind: number | undefined): Row[] {
    const matched = match === undefined ? [new Map()] : this.#matches(match);
    const numbers = unwind === undefined ? [undefined] : Array.from({ length: unwind }, (_, at) => at + 1);
    const rows: Row[] = matched.flatMap((row) =>
      numbers.map((i) => (i === undefined ? row : new Map([...row, ["i", i] as const]))),
    );
    const names = boundVariables(match, unwind);
    const sortKey = (row: Row) =>
      names.map((name) => {
        const value = row.get(name);
        return typeof value === "object" ? Number(value.properties.get("id")) : Number(value);
      });
    return rows
      .map((row) => ({ row, key: sortKey(row) }))
      .sort((one, other) => {
        const at = one.key.findIndex((part, place) => part !== other.key[place]);
        return at === -1 ? 0 : (one.key[at] ?? 0) - (other.key[at] ?? 0);
      })
      .map(({ row }) => row);
  }

  #matches({ kind, label, farLabel, type, where }: Match): Row[] {
    const nodes = this.#nodes.filter(({ state }) => state === "there");
    const near = nodes.filter(({ labels }) => label === undefined || labels.has(label));
    const far = nodes.filter(({ labels }) => farLabel === undefined || labels.has(farLabel));
    const rows: Row[] =
      kind === "one"
        ? near.map((n) => new Map([["n", n]]))
        : kind === "two"
          ? near.flatMap((n) =>
              far.map(
                (m) =>
                  new Map([
                    ["n", n],
                    ["m", m],
                  ]),
              ),
            )
          : this.#relationships
              .filter((r) => r.state === "there" && (type === undefined || r.type === type))
              .filter((r) => near.includes(r.start) && far.includes(r.end))
              .map(
                (r) =>
                  new Map<string, Entity>([
                    ["n", r.start],
                    ["r", r],
                    ["m", r.end],
                  ]),
              );
    return where === undefined ? rows : rows.filter((row) => this.#value(where, row) === true);
  }

  #write(write: Write, rows: readonly Row[]): Row[] {
    switch (write.kind) {
      case "set":
        for (const row of rows) for (const item of write.items) this.#set(item, row);
        return [...rows];
      case "remove":
        for (const row of rows)
          for (const item of write.items) {
            const entity = this.#written(item.of, row);
            if (item.kind === "property") entity.properties.delete(item.key);
            else if (entity.kind === "node") entity.labels.delete(item.label);
          }
        return [...rows];
      case "create nodes":
        return rows.map((row) => {
          let now = row;
          for (const node of write.nodes) now = this.#createNode(node, now);
          return now;
        });
      case "create step":
        return rows.map((row) => this.#createStep(write, row));
      case "merge node":
        return rows.flatMap((row) =>
          this.#merge(
            write,
            row,
            this.#nodes
              .filter((node) => this.#isAsNew(write.node, node, row))
              .map((node) => new Map([...row, [write.node.variable, node]])),
            () => this.#createNode(write.node, row),
          ),
        );
      case "merge step":
        return rows.flatMap((row) =>
          this.#merge(write, row, this.#mergedSteps(write, row), () => this.#createStep(write, row)),
        );
      case "delete":
        this.#delete(write, rows);
        return [...rows];
    }
  }

  #merge(
    { onCreate, onMatch }: { readonly onCreate: readonly SetItem[]; readonly onMatch: readonly SetItem[] },
    _row: Row,
    found: readonly Row[],
    create: () => Row,
  ): readonly Row[] {
    const made = found.length === 0 ? [create()] : found;
    for (const row of made) for (const item of found.length === 0 ? onCreate : onMatch) this.#set(item, row);
    return made;
  }

  #mergedSteps({ from, to, relationship }: Extract<Write, { kind: "merge step" }>, row: Row): Row[] {
    const start = row.get(from);
    return this.#relationships
      .filter(
        (one) =>
          one.state === "there" &&
          one.start === start &&
          one.type === relationship.type &&
          this.#hasEntries(relationship.entries, one, row) &&
          (typeof to === "string" ? one.end === row.get(to) : this.#isAsNew(to, one.end, row)),
      )
      .map((one) => {
        const now = new Map([...row, [relationship.variable, one] as const]);
        if (typeof to !== "string") now.set(to.variable, one.end);
        return now;
      });
  }

  #isAsNew({ label, entries }: NewNode, node: NodeOfModel, row: Row): boolean {
    return node.state === "there" && node.labels.has(label) && this.#hasEntries(entries, node, row);
  }

  #hasEntries(entries: readonly Entry[], { properties }: Entity, row: Row): boolean {
    return entries.every(
      ({ key, value }) => properties.has(key) && properties.get(key) === this.#value(value, row),
    );
  }

  #createNode({ variable, label, entries }: NewNode, row: Row): Row {
    const properties = this.#entries(entries, row);
    const node: NodeOfModel = { kind: "node", labels: new Set([label]), properties, state: "there" };
    this.#nodes.push(node);
    return new Map([...row, [variable, node]]);
  }

  /** Creates the nodes first. */
  #createStep(
    {
      from,
      to,
      relationship,
    }: { readonly from: string; readonly to: string | NewNode; readonly relationship: NewRelationship },
    row: Row,
  ): Row {
    const now = typeof to === "string" ? row : this.#createNode(to, row);
    const [start, end] = [now.get(from), now.get(typeof to === "string" ? to : to.variable)];
    if (typeof start !== "object" || start.kind !== "node" || typeof end !== "object" || end.kind !== "node")
      throw new Error("both ends of a relationship must be nodes");
    if (start.state === "gone" || end.state === "gone") throw new ModelError("DeletedEntityAccess");
    const { type, variable, entries } = relationship;
    const properties = this.#entries(entries, now);
    const made: RelationshipOfModel = { kind: "relationship", type, start, end, properties, state: "there" };
    this.#relationships.push(made);
    return new Map([...now, [variable, made]]);
  }

  #entries(entries: readonly Entry[], row: Row): Map<string, ModelValue> {
    const values = entries.map(({ key, value }) => [key, this.#value(value, row)] as const);
    return new Map(values.filter(([, value]) => value !== null));
  }

  #set(item: SetItem, row: Row): void {
    const entity = this.#written(item.of, row);
    switch (item.kind) {
      case "property":
        setOne(entity.properties, item.key, this.#value(item.value, row));
        break;
      case "label":
        if (entity.kind === "node") entity.labels.add(item.label);
        break;
      case "map": {
        const values = item.entries.map(({ key, value }) => [key, this.#value(value, row)] as const);
        const id = entity.properties.get("id");
        if (item.replaces) entity.properties = new Map(id === undefined ? [] : [["id", id]]);
        for (const [key, value] of values) setOne(entity.properties, key, value);
        break;
      }
      case "copy": {
        const source = this.#read(item.from, row).properties;
        const id = entity.properties.get("id");
        const copied = [...source].filter(([key]) => key !== "id");
        const kept = item.replaces ? [] : entity.properties;
        entity.properties = new Map([...kept, ...copied]);
        entity.properties.delete("id");
        if (id !== undefined) entity.properties.set("id", id);
        break;
      }
    }
  }

  #delete({ detach, variables }: Extract<Write, { kind: "delete" }>, rows: readonly Row[]): void {
    const doomed: NodeOfModel[] = [];
    const left = (node: NodeOfModel) =>
      this.#relationships.filter(
        ({ start, end, state }) => state === "there" && (start === node || end === node),
      );
    for (const row of rows) {
      for (const name of variables) {
        const entity = row.get(name);
        if (typeof entity !== "object" || entity.state === "gone") continue;
        if (entity.kind === "relationship") entity.state = "gone";
        else if (!detach && left(entity).length > 0) doomed.push(entity);
        else {
          for (const one of left(entity)) one.state = "gone";
          entity.state = "gone";
        }
      }
    }
    for (const node of doomed) {
      if (left(node).length > 0) throw new ModelError("DeleteConnectedNode");
      node.state = "gone";
    }
  }

  #written(name: string, row: Row): Entity {
    return this.#read(name, row);
  }

  /** The entity of a variable, to read its content; an error if it is deleted. */
  #read(name: string, row: Row): Entity {
    const entity = row.get(name);
    if (typeof entity !== "object") throw new Error(`${name} is not an entity`);
    if (entity.state !== "there") throw new ModelError("DeletedEntityAccess");
    return entity;
  }

  #value(expression: Expression, row: Row): ModelValue {
    switch (expression.kind) {
      case "integer":
        return expression.value;
      case "row":
        return Number(row.get("i"));
      case "property":
        return this.#read(expression.of, row).properties.get(expression.key) ?? null;
      case "has label": {
        const entity = this.#read(expression.of, row);
        return entity.kind === "node" && entity.labels.has(expression.label);
      }
      case "label count": {
        const entity = this.#read(expression.of, row);
        return entity.kind === "node" ? entity.labels.size : 0;
      }
      case "key count":
        return this.#read(expression.of, row).properties.size;
      case "add": {
        const [left, right] = [this.#value(expression.left, row), this.#value(expression.right, row)];
        return left === null || right === null ? null : (Number(left) + Number(right)) % 97;
      }
      case "divide": {
        const [left, right] = [this.#value(expression.left, row), this.#value(expression.right, row)];
        if (left === null || right === null) return null;
        if (right === 0) throw new ModelError("DivisionByZero");
        return Math.trunc(Number(left) / Number(right)) + 0;
      }
      case "less":
      case "equal": {
        const [left, right] = [this.#value(expression.left, row), this.#value(expression.right, row)];
        if (left === null || right === null) return null;
        return expression.kind === "less" ? left < right : left === right;
      }
      case "or zero":
        return this.#value(expression.value, row) ?? 0;
      case "if":
        return this.#value(
          this.#value(expression.condition, row) === true ? expression.yes : expression.no,
          row,
        );
      case "steps":
        return this.#steps(expression.step, row.get(expression.step.from)).length;
      case "walks": {
        const first = this.#steps(expression.step, row.get(expression.step.from));
        const second = first.flatMap(({ to, by }) =>
          this.#steps(expression.step, to).filter((step) => step.by !== by),
        );
        return first.length + second.length;
      }
      case "sum":
        return (
          this.#steps(expression.step, row.get(expression.step.from)).reduce(
            (sum, { to }) => sum + Number(to.properties.get("a") ?? 0),
            0,
          ) % 97
        );
      case "step exists":
        return this.#steps(expression.step, row.get(expression.step.from)).some(
          ({ to }) => expression.label === undefined || to.labels.has(expression.label),
        );
      case "node exists": {
        const { label, key, value, less } = expression;
        const candidates = this.#nodes.filter(({ state, labels }) => state === "there" && labels.has(label));
        if (candidates.length === 0) this.#noteUnspecified(value, row);
        return candidates.some((node) => {
          const own = node.properties.get(key) ?? null;
          const other = this.#value(value, row);
          if (own === null || other === null) return false;
          return less ? own < other : own === other;
        });
      }
      case "type": {
        const entity = row.get(expression.of);
        return typeof entity === "object" && entity.kind === "relationship" ? entity.type : null;
      }
      case "start":
      case "end": {
        const entity = row.get(expression.of);
        if (typeof entity !== "object" || entity.kind !== "relationship") return null;
        const node = entity[expression.kind];
        if (node.state !== "there") throw new ModelError("DeletedEntityAccess");
        return node.properties.get("a") ?? null;
      }
    }
  }

  #steps({ direction, type }: Step, from: Entity | number | undefined) {
    const there = this.#relationships.filter(
      (one) => one.state === "there" && (type === undefined || one.type === type),
    );
    const leaving = direction === "in" ? [] : there.filter(({ start }) => start === from);
    const arriving =
      direction === "out"
        ? []
        : there.filter(({ start, end }) => end === from && (direction === "in" || start !== end));
    return [...leaving.map((by) => ({ by, to: by.end })), ...arriving.map((by) => ({ by, to: by.start }))];
  }
}

function setOne(properties: Map<string, ModelValue>, key: string, value: ModelValue): void {
  if (value === null) properties.delete(key);
  else properties.set(key, value);
}

function nodeText({ labels, properties }: NodeOfModel): string {
  return `(${[...labels].sort().join(":")} {${propertiesText(properties)}})`;
}

function propertiesText(properties: ReadonlyMap<string, ModelValue>): string {
  return [...properties]
    .map(([key, value]) => `${key}: ${value}`)
    .sort()
    .join(", ");
}
