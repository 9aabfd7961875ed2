/**
 * Pseudo-random numbers without a sequence: the same question always gets the same number, in whatever order questions
 * are asked. A run that was killed and started again therefore gets the same numbers.
 */

/** Returns the pseudo-random number in [0, 1) that belongs to a question. */
export const chance = (...question: readonly (string | number)[]): number => {
  const text = question.join("\u0000")
  // FNV-1a, then the finalizer of MurmurHash3, so that texts which differ only in their last letter get very different
  // numbers.
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/**
 * Returns a number between two bounds for a random number in [0, 1); numbers near the lower bound are more frequent.
 */
export const between = (roll: number, low: number, high: number): number => low + (high - low) * roll * roll

/** Returns one of the items for a random number in [0, 1). */
export const pick = <T>(roll: number, items: readonly [T, ...T[]]): T =>
  items[Math.floor(roll * items.length)] ?? items[0]
