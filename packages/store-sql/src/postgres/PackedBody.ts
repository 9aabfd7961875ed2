/**
 * Bodies of projections as they are stored in PostgreSQL; their last byte says how. A large body is compressed to a
 * third, since sending it would take the server longer than decompressing it takes here.
 */
// Imported as a whole, since an old Node lacks this compression and must get as far as the message that it is too old.
import * as zlib from "node:zlib"

const [plain, compressed] = [0, 1]
/** The least size of a body that is compressed; smaller ones gain nothing.  Units: bytes. */
const least = 4_096
/** The size of the output buffer, in which most bodies fit.  Units: bytes. */
const chunkSize = 262_144

/** Returns a body as it is stored. */
export const packed = (body: Uint8Array): Uint8Array =>
  body.length < least
    ? Buffer.concat([body, Buffer.of(plain)])
    : Buffer.concat([zlib.zstdCompressSync(body), Buffer.of(compressed)])

/** Returns a stored body. */
export const unpacked = (stored: Uint8Array): Uint8Array => {
  const body = stored.subarray(0, -1)
  return stored.at(-1) === compressed ? zlib.zstdDecompressSync(body, { chunkSize }) : body
}
