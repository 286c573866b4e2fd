import type { IncomingMessage } from "node:http";
import { BODY_BYTES_MAX } from "../exchange/bounds.ts";
import { DISCARDED_BYTES_MAX, HELD_BYTES_MAX } from "./limits.ts";

/** A request's body, or why it was not taken. `gone`: the client left before it was whole. */
export type BodyReading =
  | { readonly kind: "body"; readonly bytes: Buffer }
  | { readonly kind: "too large"; readonly reason: string }
  | { readonly kind: "gone" };

/** What is said of a body beyond the bound. */
export const TOO_LARGE: string = `its body is larger than ${BODY_BYTES_MAX / 1024 / 1024} MiB`;

/** Makes the function that reads request bodies and keeps count of what they hold together. */
export function bodyReader(): (
  request: IncomingMessage,
  done: (reading: BodyReading) => void,
) => void {
  let heldBytes = 0;
  return (request, done) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let refusal: string | undefined;
    let isDone = false;
    const finish = (reading: BodyReading): void => {
      if (isDone) return;
      isDone = true;
      heldBytes -= refusal === undefined ? length : 0;
      done(reading);
    };
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (refusal !== undefined) {
        if (length > DISCARDED_BYTES_MAX) request.destroy();
        return;
      }
      chunks.push(chunk);
      heldBytes += chunk.length;
      refusal = refusalOf(length, heldBytes);
      if (refusal !== undefined) {
        heldBytes -= length;
        chunks.length = 0;
      }
    });
    request.on("end", () => {
      if (refusal !== undefined) finish({ kind: "too large", reason: refusal });
      else finish({ kind: "body", bytes: joined(chunks) });
    });
    request.on("error", () => finish({ kind: "gone" }));
    request.on("close", () => finish({ kind: "gone" }));
  };
}

function refusalOf(length: number, heldBytes: number): string | undefined {
  if (length > BODY_BYTES_MAX) return TOO_LARGE;
  if (heldBytes > HELD_BYTES_MAX) {
    return `the bodies of all requests under way are larger than ${HELD_BYTES_MAX / 1024 / 1024} MiB`;
  }
  return undefined;
}

function joined(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
}
