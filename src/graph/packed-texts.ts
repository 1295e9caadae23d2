import { decodeTexts } from "./decode-texts.ts";
import { growArray } from "./grow-array.ts";

/**
 * Distinct texts, numbered from 0 in order of insertion: their UTF-8 bytes in one array, and the offset of each. A
 * million short texts need no object each. A hash table over the bytes finds a text's number, so texts read from a file
 * need not be decoded to be looked up. The table is built on first use.
 */
export class PackedTexts {
  #count: number;
  /** UTF-8. */
  #bytes: Uint8Array;
  /** By text: its offset in the bytes; then the end of the last text. */
  #offsets: Uint32Array;
  /** Hash table with open addressing: a text's number plus one, or 0 for a free slot. Its length is a power of two. */
  #slots: Uint32Array | undefined;
  /** By text; kept while there are slots. */
  #hashes: Uint32Array = new Uint32Array(0);

  constructor(bytes: Uint8Array = new Uint8Array(0), offsets: Uint32Array = new Uint32Array(1), count = 0) {
    this.#count = count;
    this.#bytes = bytes;
    this.#offsets = offsets;
  }

  get count(): number {
    return this.#count;
  }

  textOf(number: number): string {
    const start = this.#offsets[number] ?? 0;
    return DECODER.decode(this.#bytes.subarray(start, this.#offsets[number + 1]));
  }

  /** All texts, by number. */
  texts(): string[] {
    return decodeTexts(this.#bytes, this.#offsets, this.#count);
  }

  /** The number of a text. A new text is added. */
  add(source: Uint8Array, start: number, end: number): number {
    const hash = hashOf(source, start, end);
    const slot = this.#slotOf(source, start, end, hash);
    const slots = this.#slots as Uint32Array;
    const known = slots[slot] as number;
    if (known !== 0) return known - 1;
    const number = this.#append(source, start, end, hash);
    slots[slot] = number + 1;
    if (this.#count * 2 > slots.length) this.#fillSlots();
    return number;
  }

  /** The number of a text; undefined if it is not included. */
  find(text: string): number | undefined {
    const source = ENCODER.encode(text);
    const number = this.findBytes(source, 0, source.length);
    return number === -1 ? undefined : number;
  }

  /** The number of a text; -1 if it is not included. */
  findBytes(source: Uint8Array, start: number, end: number): number {
    const slot = this.#slotOf(source, start, end, hashOf(source, start, end));
    return ((this.#slots as Uint32Array)[slot] as number) - 1;
  }

  /** The same texts without spare capacity. No text may be added to this object afterwards. */
  trimmed(): PackedTexts {
    const offsets = this.#offsets.slice(0, this.#count + 1);
    return new PackedTexts(this.#bytes.slice(0, offsets[this.#count]), offsets, this.#count);
  }

  /** The same texts renumbered: the text with number `order[n]` gets number n. */
  inOrder(order: Uint32Array): PackedTexts {
    const bytes = new Uint8Array(this.#offsets[this.#count] as number);
    const offsets = new Uint32Array(this.#count + 1);
    let end = 0;
    for (const [number, before] of order.entries()) {
      bytes.set(this.#bytes.subarray(this.#offsets[before], this.#offsets[before + 1]), end);
      end += (this.#offsets[before + 1] as number) - (this.#offsets[before] as number);
      offsets[number + 1] = end;
    }
    return new PackedTexts(bytes, offsets, this.#count);
  }

  /** The bytes and offsets of the texts, for writing to a file; they must not be changed. */
  parts(): { readonly bytes: Uint8Array; readonly offsets: Uint32Array } {
    const offsets = this.#offsets.subarray(0, this.#count + 1);
    return { offsets, bytes: this.#bytes.subarray(0, offsets[this.#count]) };
  }

  /** The slot of the text, or the free slot to insert it. */
  #slotOf(source: Uint8Array, start: number, end: number, hash: number): number {
    if (this.#slots === undefined) this.#fillSlots();
    const slots = this.#slots as Uint32Array;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
      if (hashes[entry - 1] === hash && this.#equals(entry - 1, source, start, end)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #equals(number: number, source: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let at = this.#offsets[number] as number;
    if ((this.#offsets[number + 1] as number) - at !== end - start) return false;
    for (let from = start; from < end; from++, at++) if (bytes[at] !== source[from]) return false;
    return true;
  }

  #append(source: Uint8Array, start: number, end: number, hash: number): number {
    const number = this.#count++;
    this.#offsets = growArray(this.#offsets, number + 2);
    this.#hashes = growArray(this.#hashes, number + 1);
    let at = this.#offsets[number] as number;
    const last = at + end - start;
    if (last > MOST_BYTES) throw new RangeError("the distinct texts of one column take more than 2 GiB");
    if (last > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(last, this.#bytes.length * 2, 256));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    for (let from = start; from < end; from++) this.#bytes[at++] = source[from] as number;
    this.#offsets[number + 1] = last;
    this.#hashes[number] = hash;
    return number;
  }

  /** Builds a hash table with at least four times as many slots as texts. */
  #fillSlots(): void {
    const isNew = this.#slots === undefined;
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(this.#count, 8) * 4)));
    if (isNew) {
      this.#hashes = new Uint32Array(this.#count);
      for (let number = 0; number < this.#count; number++) {
        const start = this.#offsets[number] as number;
        this.#hashes[number] = hashOf(this.#bytes, start, this.#offsets[number + 1] as number);
      }
    }
    for (let number = 0; number < this.#count; number++) {
      let slot = (this.#hashes[number] as number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** Offsets have 32 bits, and 31 in Arrow. */
const MOST_BYTES = 2 ** 31 - 1;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/** Random for each process, so that no file can be prepared whose texts all collide. */
const SEED = Math.floor(Math.random() * 2 ** 32);

/** FNV-1a, with its high bits mixed into the low ones, which choose the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
