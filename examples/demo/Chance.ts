/**
 * Chance without a sequence: the same question always has the same answer, in whatever order questions are asked.
 * So a run that was killed and started again rolls the same dice.
 */

/** Returns a number in [0, 1) for a question. */
export const chance = (...question: readonly (string | number)[]): number => {
  const text = question.join("\u0000")
  // FNV-1a, then the finalizer of MurmurHash3: texts that differ in their last letter end far apart.
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** Returns a number between two bounds for a roll, more often near the lower one. */
export const between = (roll: number, low: number, high: number): number => low + (high - low) * roll * roll

/** Returns one of several for a roll. */
export const pick = <T>(roll: number, items: readonly [T, ...T[]]): T =>
  items[Math.floor(roll * items.length)] ?? items[0]
