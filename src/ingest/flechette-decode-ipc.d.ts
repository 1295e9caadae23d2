/** Flechette's decoder alone; its tables make a string of every text of every dictionary, needed or not. */
declare module "@uwdata/flechette/src/decode/decode-ipc.js" {
  import type { ArrowData } from "@uwdata/flechette";

  export function decodeIPC(data: Uint8Array): ArrowData;
}
