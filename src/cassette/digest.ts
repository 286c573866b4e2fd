import { createHash, hash } from "node:crypto";
import { PIECE_LENGTH_MAX, piecesOf } from "./text-pieces.ts";

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export function sha256Hex(text: string): string {
  // Half the time of a hash object for texts as short as most requests are.
  return text.length <= PIECE_LENGTH_MAX ? hash("sha256", text, "hex") : sha256Of(piecesOf(text));
}

/** The same of a text in pieces. */
export function sha256Of(pieces: Iterable<string>): string {
  const digest = createHash("sha256");
  for (const piece of pieces) digest.update(piece, "utf8");
  return digest.digest("hex");
}
