/**
 * Reads FlatBuffers, the format of Arrow's metadata (https://flatbuffers.dev/internals). Every length is checked
 * against the available bytes before anything is allocated, so that a broken file uses no memory.
 *
 * Reading outside the bytes throws a RangeError.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #position: number;

  private constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
  }

  /** The root table of a buffer. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  byte(field: number): number {
    const at = this.#place(field);
    return at === undefined ? 0 : this.#view.getUint8(at);
  }

  int16(field: number, absent = 0): number {
    const at = this.#place(field);
    return at === undefined ? absent : this.#view.getInt16(at, true);
  }

  int32(field: number): number {
    const at = this.#place(field);
    return at === undefined ? 0 : this.#view.getInt32(at, true);
  }

  int64(field: number): number {
    const at = this.#place(field);
    return at === undefined ? 0 : safeInteger(this.#view, at);
  }

  text(field: number): string {
    const at = this.#target(field);
    if (at === undefined) return "";
    const { buffer, byteOffset } = this.#view;
    const length = this.#length(at, 1);
    return new TextDecoder().decode(new Uint8Array(buffer, byteOffset + at + 4, length));
  }

  table(field: number): FlatTable | undefined {
    const at = this.#target(field);
    return at === undefined ? undefined : new FlatTable(this.#view, at);
  }

  tables(field: number): FlatTable[] {
    const at = this.#target(field);
    if (at === undefined) return [];
    return Array.from({ length: this.#length(at, 4) }, (_, item) => {
      const place = at + 4 + item * 4;
      return new FlatTable(this.#view, place + this.#view.getUint32(place, true));
    });
  }

  /** A vector of structs of `numbers` 64-bit integers; a narrower number with its padding reads as such an integer. */
  structs(field: number, numbers: number): number[][] {
    const at = this.#target(field);
    if (at === undefined) return [];
    return Array.from({ length: this.#length(at, numbers * 8) }, (_, item) =>
      Array.from({ length: numbers }, (_, number) =>
        safeInteger(this.#view, at + 4 + (item * numbers + number) * 8),
      ),
    );
  }

  has(field: number): boolean {
    return this.#place(field) !== undefined;
  }

  /** Offset of a field; undefined if it is absent and has its default value. */
  #place(field: number): number | undefined {
    const vtable = this.#position - this.#view.getInt32(this.#position, true);
    const entry = 4 + field * 2;
    if (entry >= this.#view.getUint16(vtable, true)) return undefined;
    const offset = this.#view.getUint16(vtable + entry, true);
    return offset === 0 ? undefined : this.#position + offset;
  }

  /** Offset that a field points to. */
  #target(field: number): number | undefined {
    const at = this.#place(field);
    return at === undefined ? undefined : at + this.#view.getUint32(at, true);
  }

  /** Length of the vector at `at`, with items of `size` bytes. */
  #length(at: number, size: number): number {
    const length = this.#view.getUint32(at, true);
    if (at + 4 + length * size > this.#view.byteLength)
      throw new RangeError("a vector is longer than its file");
    return length;
  }
}

function safeInteger(view: DataView, at: number): number {
  const number = Number(view.getBigInt64(at, true));
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError("a length is invalid");
  return number;
}
