import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  readSync,
  closeSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { extract, type Extract, type Header } from "tar-stream";

/** More entries than any library has; a bomb of tiny files stops here. */
const ARCHIVE_ENTRIES_MAX = 100_000;
/** Unpacked bytes of a whole archive. */
const ARCHIVE_BYTES_MAX: number = 1024 ** 3;
/** One document; V8 could not hold a longer one as text. */
const ARCHIVE_FILE_BYTES_MAX: number = 256 * 1024 ** 2;
/** Longer names fit on no file system that runners have. */
const NAME_BYTES_MAX = 1024;
const NAME_PART_BYTES_MAX = 255;
/** The window that the cache client asks of `zstd --long=30`. */
const ZSTD_WINDOW_LOG_MAX = 30;

/** Why nothing of an archive is taken: a clause of a sentence about the cache entry. */
export class RefusedArchive extends Error {
  override readonly name = "RefusedArchive";
}

/** What a vetted archive left in the quarantine folder. */
export interface VettedArchive {
  /** Files written, relative to the quarantine folder, `/`-separated. */
  readonly files: readonly string[];
  readonly bytes: number;
}

/**
 * Unpacks a cache archive into a quarantine folder. Only regular files `<prefix>/….cassette.json`
 * and their folders are accepted; anything else (absolute path, `..`, link, device, other file, one
 * name twice, a file below a file, too much, damage) refuses the whole archive. It is read twice: nothing is written before the
 * last entry was vetted. The cache client itself would hand the archive to `tar -P`, which writes
 * wherever an entry says.
 *
 * @throws {RefusedArchive} naming what it holds, or how it is damaged.
 * @throws {Error} where the disk refuses.
 */
export async function unpackVetted(
  archivePath: string,
  prefix: string,
  quarantine: string,
): Promise<VettedArchive> {
  const names = new Set<string>();
  const bytes = await readArchive(archivePath, prefix, async (name, entry) => {
    if (names.has(name)) refuse(name, "it is there twice");
    names.add(name);
    await skip(entry);
  });
  refuseFilesAsFolders(names);
  const folders = new Set<string>();
  await readArchive(archivePath, prefix, async (name, entry) => {
    const target = join(quarantine, name);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    await writeEntry(entry, target);
  });
  return { files: [...names], bytes };
}

type Entry = Extract extends AsyncIterable<infer T> ? T : never;
type TakeFile = (name: string, entry: Entry) => Promise<void>;

/** Reads an archive entry by entry, each vetted; gives the unpacked bytes. */
async function readArchive(archivePath: string, prefix: string, take: TakeFile): Promise<number> {
  const parser = extract();
  const counter = new ByteCounter();
  const inflater = openInflater(archivePath);
  const source = createReadStream(archivePath);
  const reading =
    inflater === undefined
      ? pipeline(source, counter, parser)
      : pipeline(source, inflater, counter, parser);
  const [read, taken] = await Promise.allSettled([reading, takeEntries(parser, prefix, take)]);
  // A refused entry ends the reading too; its reason is the one to tell.
  if (taken.status === "rejected") throw toRefusal(taken.reason, read);
  if (read.status === "rejected") throw toRefusal(read.reason, read);
  return counter.bytes;
}

/** What the archive is to blame for is a refusal; what the disk says stays as it is. */
function toRefusal(error: unknown, read: PromiseSettledResult<void>): Error {
  // The parser only sees that its input broke off; the inflater knows why.
  const reason = read.status === "rejected" && isDamage(read.reason) ? read.reason : error;
  if (reason instanceof RefusedArchive) return reason;
  if (error instanceof RefusedArchive) return error;
  const { code, message, syscall } = reason as NodeJS.ErrnoException;
  if (code === "EEXIST") return new RefusedArchive("two of its names differ by case alone");
  if (syscall !== undefined) return reason as Error;
  return new RefusedArchive(`it is damaged or no archive (${message})`);
}

/** Names that are a file and a folder at once. */
function refuseFilesAsFolders(names: ReadonlySet<string>): void {
  for (const name of names) {
    for (let folder = dirname(name); folder !== "."; folder = dirname(folder)) {
      if (names.has(folder)) refuse(name, "another entry makes a file of its folder");
    }
  }
}

/** The inflater's own errors: Z_DATA_ERROR, Z_BUF_ERROR, ZSTD_error_… */
function isDamage(error: unknown): boolean {
  return /^(?:Z_|ZSTD_)/.test(String((error as { code?: unknown }).code));
}

async function takeEntries(parser: Extract, prefix: string, take: TakeFile): Promise<void> {
  let entries = 0;
  for await (const entry of parser) {
    const { header } = entry;
    entries += 1;
    if (entries > ARCHIVE_ENTRIES_MAX) {
      refuse(header.name, `the archive holds more than ${ARCHIVE_ENTRIES_MAX} entries`);
    }
    const name = header.name.replace(/^\.\//, "").replace(/\/$/, "");
    const problem = vetEntry(header, name, prefix);
    if (problem !== undefined) refuse(header.name, problem);
    if (header.type === "directory") await skip(entry);
    else await take(name, entry);
  }
}

async function skip(entry: Entry): Promise<void> {
  for await (const _ of entry as AsyncIterable<Buffer>) {
    // Read to the next entry.
  }
}

/** An entry up to this size is written in one call; a stream for each would take twice as long. */
const ENTRY_BYTES_AT_ONCE_MAX: number = 1 << 20;

/** "wx": where names differ by case alone, the second would replace the first. */
async function writeEntry(entry: Entry, target: string): Promise<void> {
  if ((entry.header.size ?? 0) > ENTRY_BYTES_AT_ONCE_MAX) {
    const file = createWriteStream(target, { flags: "wx", mode: 0o644 });
    return pipeline(entry as AsyncIterable<Buffer>, file);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
  writeFileSync(target, Buffer.concat(chunks), { flag: "wx", mode: 0o644 });
}

/** Why an entry is refused; `undefined` where it is a cassette below the library's root. */
function vetEntry(
  header: Pick<Header, "type" | "size">,
  name: string,
  prefix: string,
): string | undefined {
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name)) return "it has an absolute path";
  if (Buffer.byteLength(name) > NAME_BYTES_MAX) {
    return `its name has more than ${NAME_BYTES_MAX} bytes`;
  }
  if (name.split("/").some((part) => Buffer.byteLength(part) > NAME_PART_BYTES_MAX)) {
    return `a part of its name has more than ${NAME_PART_BYTES_MAX} bytes`;
  }
  if (name.includes("\\") || name.includes("\0")) return "its path holds a backslash or NUL";
  if (name.split("/").some((part) => part === ".." || part === "." || part === "")) {
    return 'its path holds "..", "." or an empty part';
  }
  const isBelow = name.startsWith(`${prefix}/`);
  if (header.type === "directory") {
    return isBelow || prefix === name || prefix.startsWith(`${name}/`)
      ? undefined
      : `it lies outside "${prefix}"`;
  }
  if (header.type !== "file" && header.type !== "contiguous-file") {
    return `it is a ${header.type}, not a regular file`;
  }
  if (!isBelow) return `it lies outside "${prefix}"`;
  if (!name.endsWith(".cassette.json")) return "it is no cassette document";
  if ((header.size ?? 0) > ARCHIVE_FILE_BYTES_MAX) {
    return `it is larger than ${ARCHIVE_FILE_BYTES_MAX} bytes`;
  }
  return undefined;
}

function refuse(name: string, problem: string): never {
  throw new RefusedArchive(`it holds ${JSON.stringify(name.slice(0, 200))}, and ${problem}`);
}

function openInflater(archivePath: string): Transform | undefined {
  const magic = Buffer.alloc(4);
  const file = openSync(archivePath, "r");
  try {
    readSync(file, magic, 0, 4, 0);
  } finally {
    closeSync(file);
  }
  if (magic[0] === 0x1f && magic[1] === 0x8b) return zlib.createGunzip();
  if (magic.readUInt32LE(0) === 0xfd2fb528) return createZstdInflater();
  return undefined;
}

/** The action runs on Node 24, which has zstd; the declarations here are those of Node 20. */
function createZstdInflater(): Transform {
  const zstd = zlib as unknown as {
    createZstdDecompress?: (options: { params: Record<number, number> }) => Transform;
    constants: { ZSTD_d_windowLogMax: number };
  };
  if (zstd.createZstdDecompress === undefined) {
    throw new RefusedArchive(
      `it is packed with zstd, which Node ${process.version} lacks (the action's own is Node 24)`,
    );
  }
  return zstd.createZstdDecompress({
    params: { [zstd.constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX },
  });
}

/** Counts what comes out of the inflater and stops a bomb while it unpacks. */
class ByteCounter extends Transform {
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > ARCHIVE_BYTES_MAX) {
      done(new RefusedArchive(`it unpacks to more than ${ARCHIVE_BYTES_MAX} bytes`));
    } else done(null, chunk);
  }
}
