/** Divides long work into turns, so that a caller can show its progress and stop it. */

/** Work that yields its finished share of the whole after each turn. */
export type Turns<T> = Generator<number, T, unknown>

/** Runs all turns at once. */
export const finish = <T>(turns: Turns<T>): T => {
  for (;;) {
    const next = turns.next()
    if (next.done === true) return next.value
  }
}
