/**
 * Philox4x32-10, a counter-based generator: a block of four words is a function of a counter and a key, so the order
 * of draws does not matter.
 *
 * Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011); checked against its
 * vectors.
 */

/**
 * Returns the upper 32 bits of the product of two 32-bit words; every intermediate sum fits into 32 bits. Words are
 * signed here, because JavaScript engines store these without an object, unlike larger unsigned numbers.
 */
const high = (a: number, b: number): number => {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0
  const carry = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carry >>> 16)) | 0
}

const [multiplier0, multiplier1] = [0xd2511f53 | 0, 0xcd9e8d57 | 0]
const [weyl0, weyl1] = [0x9e3779b9 | 0, 0xbb67ae85 | 0]
const rounds = 10

/** Writes the block of a counter and a key into `out`; both are four unsigned words of 32 bits. */
export const philox = (counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void => {
  let c0 = (counter[0] as number) | 0
  let c1 = (counter[1] as number) | 0
  let c2 = (counter[2] as number) | 0
  let c3 = (counter[3] as number) | 0
  let k0 = key0 | 0
  let k1 = key1 | 0
  for (let round = 0; round < rounds; round++) {
    const high0 = high(multiplier0, c0)
    const high1 = high(multiplier1, c2)
    const low0 = Math.imul(multiplier0, c0)
    c0 = high1 ^ c1 ^ k0
    c1 = Math.imul(multiplier1, c2)
    c2 = high0 ^ c3 ^ k1
    c3 = low0
    k0 = (k0 + weyl0) | 0
    k1 = (k1 + weyl1) | 0
  }
  out[0] = c0
  out[1] = c1
  out[2] = c2
  out[3] = c3
}
