/** Returns a short hash of a text: 64 bits, FNV-1a twice. It is used for names and proves nothing. */
export const hash = (text: string): string => {
  let a = 0x811c9dc5
  let b = 0xcbf29ce4
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x01000197) ^ (b >>> 15)
  }
  // `toString` would take ten times as long for numbers of this length.
  return String.fromCharCode(
    digit(a >>> 28),
    digit(a >>> 24),
    digit(a >>> 20),
    digit(a >>> 16),
    digit(a >>> 12),
    digit(a >>> 8),
    digit(a >>> 4),
    digit(a),
    digit(b >>> 28),
    digit(b >>> 24),
    digit(b >>> 20),
    digit(b >>> 16),
    digit(b >>> 12),
    digit(b >>> 8),
    digit(b >>> 4),
    digit(b)
  )
}

/** Returns the character code of the last hexadecimal digit of a number. */
const digit = (bits: number): number => {
  const value = bits & 15
  return value < 10 ? 48 + value : 87 + value
}

/**
 * Returns a number in [0, 1) for a text: the same text always gives the same number, and similar texts distant ones.
 */
export const fraction = (text: string): number => {
  const whole = hash(text)
  return (mixed(Number.parseInt(whole.slice(0, 8), 16) ^ mixed(Number.parseInt(whole.slice(8), 16))) >>> 0) / 2 ** 32
}

/** Mixes every bit into all others.  Source: the finalizer of MurmurHash3. */
const mixed = (bits: number): number => {
  let x = bits ^ (bits >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}
