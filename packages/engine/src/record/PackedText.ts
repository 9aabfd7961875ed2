/**
 * JSON texts as bytes, the longer ones deflated. What is common to many texts (names of fields, paths of rules) is
 * given to both sides as a sample, so that it takes no space in the single texts.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib"

/** The length from which a text is deflated. Shorter texts would gain little.  Units: characters. */
const worthPacking = 300
/** The window of the compression, within which the sample is used.  Units: bits. */
const windowBits = 14
const packed = 1

/** Returns a text as bytes: as it is, or deflated after a first byte with which no JSON begins. */
export const pack = (text: string, sample?: Uint8Array): Uint8Array => {
  const plain = Buffer.from(text)
  if (plain.length < worthPacking) return plain
  const deflated = deflateRawSync(plain, { level: 3, memLevel: 7, windowBits, ...(sample && { dictionary: sample }) })
  const bytes = new Uint8Array(deflated.length + 1)
  bytes[0] = packed
  bytes.set(deflated, 1)
  return bytes
}

/** Returns the text; for damaged bytes another text, or an empty one. */
export const unpack = (bytes: Uint8Array, sample?: Uint8Array): string => {
  if (bytes[0] !== packed) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  try {
    return inflateRawSync(bytes.subarray(1), { windowBits, ...(sample && { dictionary: sample }) }).toString()
  } catch {
    return ""
  }
}
