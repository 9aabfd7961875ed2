/** Guesses which of some words was meant. */

/** Returns the word nearest to what was written, or nothing when none is near: one mistake in three letters. */
export const nearest = (written: string, words: readonly string[]): string | undefined => {
  const wanted = written.toLowerCase()
  let best: { readonly word: string; readonly far: number } | undefined
  for (const word of words) {
    const other = word.toLowerCase()
    const begun = wanted.length >= 3 && (other.startsWith(wanted) || wanted.startsWith(other))
    const far = begun ? 1 : mistakes(wanted, other)
    if (far <= Math.max(wanted.length, other.length) / 3 + 0.7 && (best === undefined || far < best.far))
      best = { word, far }
  }
  return best?.word
}

/** Letters to put in, take out, change, or swap with their neighbour (optimal string alignment). */
const mistakes = (a: string, b: string): number => {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
