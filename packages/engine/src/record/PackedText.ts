/**
 * Texts of JSON as bytes, the longer ones deflated. What is alike in many of them (names of fields, paths of rules) is given
 * to both sides as a sample, so that it takes no room in any.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib"

/** Shorter texts are left as they are: they would gain little, and deflating has a price of its own. */
const worthPacking = 300
/** As much of a sample as is looked back at. */
const windowBits = 14
const packed = 1

/** Returns a text as bytes: as it is, or deflated behind a byte with which no JSON begins. */
export const pack = (text: string, sample?: Uint8Array): Uint8Array => {
  const plain = Buffer.from(text)
  if (plain.length < worthPacking) return plain
  const deflated = deflateRawSync(plain, { level: 3, memLevel: 7, windowBits, ...(sample && { dictionary: sample }) })
  const bytes = new Uint8Array(deflated.length + 1)
  bytes[0] = packed
  bytes.set(deflated, 1)
  return bytes
}

/** Returns the text; of damaged bytes another one, or none. */
export const unpack = (bytes: Uint8Array, sample?: Uint8Array): string => {
  if (bytes[0] !== packed) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  try {
    return inflateRawSync(bytes.subarray(1), { windowBits, ...(sample && { dictionary: sample }) }).toString()
  } catch {
    return ""
  }
}
