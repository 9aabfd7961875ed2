/**
 * Philox4x32-10, a counter-based generator: a block of four words is a function of a counter and a key, so nothing is
 * drawn "next" and no order of drawing matters.
 *
 * Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011); held to its vectors.
 */

/** Returns the upper 32 bits of the product of two 32-bit words. */
const high = (a: number, b: number): number => {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff]
  const low = aLow * bLow
  const [one, other] = [aLow * bHigh, aHigh * bLow]
  const carry = ((low >>> 16) + (one & 0xffff) + (other & 0xffff)) >>> 16
  return (aHigh * bHigh + (one >>> 16) + (other >>> 16) + carry) >>> 0
}

const [multiplier0, multiplier1] = [0xd2511f53, 0xcd9e8d57]
const [weyl0, weyl1] = [0x9e3779b9, 0xbb67ae85]
const rounds = 10

/** Writes the block of a counter under a key into `out`, four unsigned words of 32 bits. */
export const philox = (
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
  out: Uint32Array
): void => {
  let [c0, c1, c2, c3] = counter
  let [k0, k1] = key
  for (let round = 0; round < rounds; round++) {
    const [high0, low0] = [high(multiplier0, c0), Math.imul(multiplier0, c0)]
    const [high1, low1] = [high(multiplier1, c2), Math.imul(multiplier1, c2)]
    ;[c0, c1, c2, c3] = [(high1 ^ c1 ^ k0) >>> 0, low1 >>> 0, (high0 ^ c3 ^ k1) >>> 0, low0 >>> 0]
    k0 = (k0 + weyl0) >>> 0
    k1 = (k1 + weyl1) >>> 0
  }
  out[0] = c0
  out[1] = c1
  out[2] = c2
  out[3] = c3
}
