import { gzipSync } from "node:zlib";

/** One member of an archive, as wrong as a test wants it. */
export interface TarMember {
  readonly name: string;
  /** POSIX type flag: `0` file, `1` hard link, `2` symbolic link, `3` device, `5` folder, `L` long name. @default {"0"} */
  readonly type?: string;
  readonly linkname?: string;
  readonly content?: string | Buffer;
  /** Size that the header claims. @default {the content's} */
  readonly size?: number;
}

const BLOCK_BYTES = 512;
const NAME_BYTES_MAX = 100;

/** An archive in ustar form; nothing is checked, a hundred thousand members take a second. */
export function tarArchive(members: Iterable<TarMember>): Buffer {
  const parts: Buffer[] = [];
  for (const member of members) {
    if (Buffer.byteLength(member.name) > NAME_BYTES_MAX) parts.push(...longName(member.name));
    parts.push(tarHeader(member), padded(member.content ?? ""));
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK_BYTES)]);
}

/** The archive as the cache client packs it where there is no zstd. */
export function gzipArchive(members: Iterable<TarMember>): Buffer {
  return gzipSync(tarArchive(members), { level: 1 });
}

/** Files of zeros, packed small: each claims and holds `size` bytes. */
export function gzipBomb(names: readonly string[], size: number): Buffer {
  // Members of a gzip file stand one after another: the zeros are packed once.
  const zeros = gzipSync(padded(Buffer.alloc(size)), { level: 1 });
  const files = names.flatMap((name) => [gzipSync(tarHeader({ name, size })), zeros]);
  return Buffer.concat([...files, gzipSync(Buffer.alloc(2 * BLOCK_BYTES))]);
}

/** GNU's entry for a name that the header has no room for. */
function longName(name: string): readonly Buffer[] {
  const content = `${name}\u0000`;
  return [tarHeader({ name: "././@LongLink", type: "L", content }), padded(content)];
}

function tarHeader({ name, type = "0", linkname = "", content = "", size }: TarMember): Buffer {
  const header = Buffer.alloc(BLOCK_BYTES);
  header.write(name, 0, 100);
  header.write("0000644\u0000".padEnd(24, "0"), 100);
  header.write(`${(size ?? Buffer.byteLength(content)).toString(8).padStart(11, "0")}\u0000`, 124);
  header.write("00000000000\u0000        ", 136);
  header.write(type, 156);
  header.write(linkname, 157, 100);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\u0000 `, 148);
  return header;
}

function padded(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  const rest = bytes.length % BLOCK_BYTES;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(BLOCK_BYTES - rest)]);
}
