/** A file that is not UTF-8 text, recognized by its first bytes. */
export interface ForeignFile {
  /** With its article: `a gzip file`. */
  readonly what: string;
  /** What to do with it: `unpack it first (gunzip FILE)`. */
  readonly hint: string;
}

/** The first bytes of a format, as Latin-1 text in which `?` matches any byte. */
interface Signature extends ForeignFile {
  readonly start: string;
}

const PICTURE: ForeignFile = { what: "a picture", hint: "use a text file" };
const OFFICE: ForeignFile = {
  what: "a document of Excel, Word or LibreOffice",
  hint: "open it there and save it as CSV (UTF-8) or as plain text",
};
const UTF_16: ForeignFile = { what: "text in UTF-16", hint: "save it as UTF-8" };

/** The first match wins, so a longer signature is before a shorter one that is its prefix. */
const SIGNATURES: readonly Signature[] = [
  { start: "\x1f\x8b", what: "a gzip file", hint: "unpack it first (gunzip FILE)" },
  { start: "BZh?1AY&SY", what: "a bzip2 file", hint: "unpack it first (bunzip2 FILE)" },
  { start: "\xfd7zXZ\x00", what: "an xz file", hint: "unpack it first (unxz FILE)" },
  { start: "\x28\xb5\x2f\xfd", what: "a Zstandard file", hint: "unpack it first (unzstd FILE)" },
  { start: "\x04\x22\x4d\x18", what: "an LZ4 file", hint: "unpack it first (unlz4 FILE)" },
  { start: "7z\xbc\xaf\x27\x1c", what: "a 7-Zip file", hint: "unpack it first (7z x FILE)" },
  { start: "Rar!\x1a\x07", what: "a RAR file", hint: "unpack it first (unrar x FILE)" },
  { start: "PK\x03\x04??????????????????????????[Content_Types]", ...OFFICE },
  { start: "PK\x03\x04??????????????????????????_rels/", ...OFFICE },
  { start: "PK\x03\x04??????????????????????????docProps/", ...OFFICE },
  { start: "PK\x03\x04??????????????????????????xl/", ...OFFICE },
  { start: "PK\x03\x04??????????????????????????mimetypeapplication/vnd.oasis", ...OFFICE },
  { start: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ...OFFICE },
  { start: "PK\x03\x04", what: "a zip file", hint: "unpack it first (unzip FILE)" },
  { start: "PK\x05\x06", what: "an empty zip file", hint: "use a text file" },
  { start: "PK\x07\x08", what: "a part of a zip file", hint: "unpack the whole archive first" },
  { start: "PAR1\x15", what: "a Parquet file", hint: "convert it to CSV first, with DuckDB or pandas" },
  {
    start: "ARROW1\0\0",
    what: "an Arrow file",
    hint: "a saved graph is opened with --graph FOLDER; convert other tables to CSV first",
  },
  { start: "SQLite format 3\0", what: "an SQLite database", hint: "convert its tables to CSV first" },
  { start: "????????DUCK", what: "a DuckDB database", hint: "convert its tables to CSV first" },
  { start: "%PDF-", what: "a PDF", hint: "extract its text first (pdftotext FILE)" },
  { start: "{\\rtf", what: "a document in Rich Text Format", hint: "save it as plain text" },
  { start: "\x89PNG\r\n\x1a\n", ...PICTURE },
  { start: "\xff\xd8\xff", ...PICTURE },
  { start: "GIF87a", ...PICTURE },
  { start: "GIF89a", ...PICTURE },
  { start: "RIFF????WEBP", ...PICTURE },
  { start: "II*\0", ...PICTURE },
  { start: "MM\0*", ...PICTURE },
  { start: "\0\0\0?ftyp", what: "a picture or film", hint: PICTURE.hint },
  { start: "\xff\xfe\0\0", what: "text in UTF-32", hint: UTF_16.hint },
  { start: "\0\0\xfe\xff", what: "text in UTF-32", hint: UTF_16.hint },
  { start: "\xff\xfe", ...UTF_16 },
  { start: "\xfe\xff", ...UTF_16 },
];

/** Number of bytes needed to recognize every format. */
export const SIGNATURE_BYTES = 64;
/** Number of bytes searched for NUL; git uses the same test for binary files. */
const NUL_BYTES = 8000;

/** Recognizes a file that begins with `bytes`; undefined if it may be UTF-8 text. */
export function foreignFile(bytes: Uint8Array): ForeignFile | undefined {
  return knownFormat(bytes) ?? (bytes.subarray(0, NUL_BYTES).includes(0) ? BINARY : undefined);
}

/** Like `foreignFile`, but NUL bytes alone do not make a file binary: a cell of a table may contain them. */
export function knownFormat(bytes: Uint8Array): ForeignFile | undefined {
  const known = SIGNATURES.find(({ start }) => beginsWith(bytes, start));
  if (known !== undefined) return { what: known.what, hint: known.hint };
  // ASCII in UTF-16 has a NUL in every second byte.
  const nul = bytes.subarray(0, 2).indexOf(0);
  return nul !== -1 && bytes[nul + 2] === 0 && bytes[1 - nul] !== 0 ? UTF_16 : undefined;
}

export const BINARY: ForeignFile = {
  what: "a binary file (it has NUL bytes)",
  hint: "use a UTF-8 text file",
};

/** `this is a gzip file: unpack it first (gunzip FILE)` */
export function foreignFileText({ what, hint }: ForeignFile): string {
  return `this is ${what}: ${hint}`;
}

function beginsWith(bytes: Uint8Array, start: string): boolean {
  if (bytes.length < start.length) return false;
  for (let at = 0; at < start.length; at++) {
    if (start[at] !== "?" && start.charCodeAt(at) !== bytes[at]) return false;
  }
  return true;
}
