/** Cuts a byte stream into lines. */
export interface LineSplitter {
  write(chunk: Buffer): void;
  /** Gives out what stands after the last line end. */
  end(): void;
}

/** A line that grows beyond this many bytes is given out in pieces, so that memory stays bounded. */
export const LINE_BYTES_MAX: number = 1024 * 1024;

const LINE_FEED = 0x0a;

/** Calls `onLine` with each line's bytes, its line feed included. */
export function openLineSplitter(onLine: (bytes: Buffer) => void): LineSplitter {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  function flush(): void {
    if (pendingBytes === 0) return;
    const line = pending.length === 1 ? pending[0]! : Buffer.concat(pending, pendingBytes);
    pending = [];
    pendingBytes = 0;
    onLine(line);
  }
  return {
    write(chunk) {
      let from = 0;
      while (from < chunk.length) {
        const lineFeed = chunk.indexOf(LINE_FEED, from);
        const room = LINE_BYTES_MAX - pendingBytes;
        const lineEnd = lineFeed === -1 ? chunk.length : lineFeed + 1;
        const to = Math.min(lineEnd, from + room);
        pending.push(chunk.subarray(from, to));
        pendingBytes += to - from;
        if (to === lineFeed + 1 || pendingBytes === LINE_BYTES_MAX) flush();
        from = to;
      }
    },
    end: flush,
  };
}
