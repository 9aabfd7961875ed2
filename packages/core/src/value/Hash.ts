/** A short name for a tuple of values: 64 bits, FNV-1a twice. For naming, not for proof. */
export const hash = (text: string): string => {
  let a = 0x811c9dc5
  let b = 0xcbf29ce4
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x01000197) ^ (b >>> 15)
  }
  return hex(a) + hex(b)
}

/** Eight digits, spelled out: it takes a tenth of what `toString` takes for a number so long. */
const hex = (x: number): string =>
  String.fromCharCode(
    digit(x >>> 28),
    digit(x >>> 24),
    digit(x >>> 20),
    digit(x >>> 16),
    digit(x >>> 12),
    digit(x >>> 8),
    digit(x >>> 4),
    digit(x)
  )

/** The character code of the last hexadecimal digit of a number. */
const digit = (x: number): number => {
  const value = x & 15
  return value < 10 ? 48 + value : 87 + value
}

/** Returns a number in [0, 1) that a text stands for: the same text always the same, alike texts far apart. */
export const fraction = (text: string): number => {
  const whole = hash(text)
  return (mixed(Number.parseInt(whole.slice(0, 8), 16) ^ mixed(Number.parseInt(whole.slice(8), 16))) >>> 0) / 2 ** 32
}

/** Spreads every bit over all others.  Source: the finalizer of MurmurHash3. */
const mixed = (bits: number): number => {
  let x = bits ^ (bits >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}
