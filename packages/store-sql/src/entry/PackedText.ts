/**
 * Texts as bytes, the longer ones deflated. What is alike in all entries under one policy (names of fields, paths of rules)
 * is given to both sides as a sample, so that it takes no room in any of them.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib"

/** Shorter texts are left as they are: they would gain little, and deflating has a price of its own. */
const worthPacking = 160
/** As much of a sample as is looked back at. */
const windowBits = 14
const packed = 1

/** Returns a text as bytes: as it is, which begins with a bracket, or deflated behind a byte that says so. */
export const pack = (text: string, sample: Uint8Array | undefined): Uint8Array => {
  const plain = Buffer.from(text)
  if (plain.length < worthPacking) return plain
  const deflated = deflateRawSync(plain, { level: 3, memLevel: 7, windowBits, ...(sample && { dictionary: sample }) })
  const bytes = new Uint8Array(deflated.length + 1)
  bytes[0] = packed
  bytes.set(deflated, 1)
  return bytes
}

/** Returns the text; of damaged bytes another one, or none. */
export const unpack = (bytes: Uint8Array, sample: Uint8Array | undefined): string => {
  if (bytes[0] !== packed) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  try {
    return inflateRawSync(bytes.subarray(1), { windowBits, ...(sample && { dictionary: sample }) }).toString()
  } catch {
    return ""
  }
}
