/**
 * Bodies of projections as they are sent to PostgreSQL and kept there: a last byte says how. A large one is compressed to a third,
 * since a server takes longer to send it than anybody takes to decompress it.
 */
// As a whole: a Node that is too old for this compression must come as far as the sentence that says so.
import * as zlib from "node:zlib"

const [plain, compressed] = [0, 1]
/** Smaller ones gain nothing.  Units: bytes. */
const least = 4_096
/** Most bodies are decompressed in one go.  Units: bytes. */
const chunkSize = 262_144

export const packed = (body: Uint8Array): Uint8Array =>
  body.length < least
    ? Buffer.concat([body, Buffer.of(plain)])
    : Buffer.concat([zlib.zstdCompressSync(body), Buffer.of(compressed)])

export const unpacked = (stored: Uint8Array): Uint8Array => {
  const body = stored.subarray(0, -1)
  return stored.at(-1) === compressed ? zlib.zstdDecompressSync(body, { chunkSize }) : body
}
