import { decodeTexts } from "./decode-texts.ts";
import { growArray } from "./grow-array.ts";

/**
 * Different texts, numbered from 0 in the order in which they came: their UTF-8 bytes one after another, and where
 * each begins. A million short texts take no object each. A hash table over the bytes finds a text's number, so that
 * what is read from a file need not become a string to be known again; it is made when first needed.
 */
export class PackedTexts {
  #count: number;
  /** UTF-8. */
  #bytes: Uint8Array;
  /** By text, and for the end of the last: where it begins in the bytes. */
  #offsets: Uint32Array;
  /** Open addressing: a text's number plus one; 0 is a free slot. Its length is a power of two. */
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

  /** The number of a text, which is added where it is new. */
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

  /** The number of a text; undefined where it is none of these. */
  find(text: string): number | undefined {
    const source = ENCODER.encode(text);
    const number = this.findBytes(source, 0, source.length);
    return number === -1 ? undefined : number;
  }

  /** The number of a text; -1 where it is none of these. */
  findBytes(source: Uint8Array, start: number, end: number): number {
    const slot = this.#slotOf(source, start, end, hashOf(source, start, end));
    return ((this.#slots as Uint32Array)[slot] as number) - 1;
  }

  /** The same texts in no more room than they need. Nothing may be added to these any more. */
  trimmed(): PackedTexts {
    const offsets = this.#offsets.slice(0, this.#count + 1);
    return new PackedTexts(this.#bytes.slice(0, offsets[this.#count]), offsets, this.#count);
  }

  /** The same texts with other numbers: that of text `order[n]` is n. */
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

  /** The bytes of the texts, and where each begins; for writing, not to be changed. */
  parts(): { readonly bytes: Uint8Array; readonly offsets: Uint32Array } {
    const offsets = this.#offsets.subarray(0, this.#count + 1);
    return { offsets, bytes: this.#bytes.subarray(0, offsets[this.#count]) };
  }

  /** The slot that holds the text, or the free one where it belongs. */
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
    if (last > MOST_BYTES) throw new RangeError("the different texts of one column take more than 2 GiB");
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

  /** Makes a table of four times as many slots as there are texts. */
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

/** Offsets are of 32 bits, and in Arrow of 31. */
const MOST_BYTES = 2 ** 31 - 1;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

/** Another in each process, so that nobody can prepare a file whose texts all meet in one slot. */
const SEED = Math.floor(Math.random() * 2 ** 32);

/** FNV-1a, with its high bits mixed into the low ones, which choose the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
