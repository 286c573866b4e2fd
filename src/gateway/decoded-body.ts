import { pipeline, Readable } from "node:stream";
import * as zlib from "node:zlib";
import { actualCoding, codingHeadBytes, type ActualCoding } from "../exchange/actual-coding.ts";
import { UndecodableError } from "../exchange/undecodable-error.ts";

/** Whether bodies of this content coding can be decoded here. */
export function canDecode(coding: string): boolean {
  if (coding === "zstd") return zstdCreator() !== undefined;
  return actualCoding(coding, new Uint8Array()) !== undefined;
}

/**
 * Undoes content codings chunk by chunk, as a body comes. Fails as the body does, or with an
 * `UndecodableError` where the body came and cannot be decoded.
 *
 * @param codings In the order in which they were applied; each of them one that can be decoded.
 */
export function decodedBody(
  body: AsyncIterable<Buffer>,
  codings: readonly string[],
): AsyncIterable<Buffer> {
  return codings.reduceRight(decodedOnce, body);
}

async function* decodedOnce(body: AsyncIterable<Buffer>, coding: string): AsyncGenerator<Buffer> {
  const source = { chunks: body[Symbol.asyncIterator](), isBroken: false };
  const bytesMin = codingHeadBytes(coding);
  const head = await readHead(source.chunks, bytesMin);
  const whole = rejoined(head, source);
  const actual = actualCoding(coding, head.subarray(0, bytesMin)) ?? "plain";
  if (actual === "plain") {
    yield* whole;
    return;
  }
  const decoder = openDecoder(actual);
  // A failure on either side reaches the reader of the decoder.
  pipeline(Readable.from(whole), decoder, () => undefined);
  try {
    for await (const chunk of decoder) yield chunk as Buffer;
  } catch (error) {
    if (source.isBroken) throw error;
    throw new UndecodableError(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

interface Source {
  readonly chunks: AsyncIterator<Buffer>;
  /** Whether the body itself failed: its coding is not to blame then. */
  isBroken: boolean;
}

/** As much of a body as its coding is known by, or all of it. */
async function readHead(chunks: AsyncIterator<Buffer>, bytesMin: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < bytesMin) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* rejoined(head: Buffer, source: Source): AsyncGenerator<Buffer> {
  const { chunks } = source;
  try {
    if (head.length > 0) yield head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      yield next.value;
    }
  } catch (error) {
    source.isBroken = true;
    throw error;
  } finally {
    await chunks.return?.();
  }
}

function openDecoder(coding: Exclude<ActualCoding, "plain">): Readable & NodeJS.WritableStream {
  switch (coding) {
    case "gzip":
      return zlib.createGunzip();
    case "zlib":
      return zlib.createInflate();
    case "deflate":
      return zlib.createInflateRaw();
    case "br":
      return zlib.createBrotliDecompress();
    case "zstd": {
      const create = zstdCreator();
      if (create === undefined) throw new TypeError("this version of Node cannot decode zstd");
      return create();
    }
  }
}

/** Node has it from 22.15 on. */
function zstdCreator(): (() => Readable & NodeJS.WritableStream) | undefined {
  const create: unknown = Reflect.get(zlib, "createZstdDecompress");
  if (typeof create !== "function") return undefined;
  return () => Reflect.apply(create, zlib, []) as Readable & NodeJS.WritableStream;
}
