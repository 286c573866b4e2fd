import { readSync, writeSync } from "node:fs";

/**
 * A hook's payload is a command and some identifiers. A host that sends a file with a write call
 * stays below this; what is larger is refused unread.
 */
const PAYLOAD_BYTES_MAX = 16 * 1024 * 1024;

const CHUNK_BYTES = 64 * 1024;

/** How long to wait for a non-blocking stream before asking again. */
const RETRY_MS = 2;

/**
 * Everything on standard input, read synchronously: a stream would cost the hook's start 20 ms.
 *
 * @throws {RangeError} Where it is larger than `PAYLOAD_BYTES_MAX`.
 */
export function readStandardInput(): string {
  const chunks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    const read = readChunk(chunk);
    if (read === 0) return Buffer.concat(chunks, length).toString("utf8");
    chunks.push(chunk.subarray(0, read));
    length += read;
    if (length > PAYLOAD_BYTES_MAX) {
      throw new RangeError(`the payload is larger than ${PAYLOAD_BYTES_MAX} bytes`);
    }
  }
}

/** Writes a text whole to a file descriptor, also where it is a pipe that takes it in pieces. */
export function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  for (let written = 0; written < bytes.length;) {
    written += untilReady(() => writeSync(descriptor, bytes, written));
  }
}

function readChunk(chunk: Buffer): number {
  return untilReady(() => {
    try {
      return readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      // Windows says so where others return 0.
      if (codeOf(error) === "EOF") return 0;
      throw error;
    }
  });
}

/** A host may hand over non-blocking pipes; Node's synchronous calls then fail where they would wait. */
function untilReady(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
