/** What takes long goes in turns, so that whoever waits for it can tell how far it is, and stop it. */

/** Gives how much of it is done, as a share of the whole, between two turns. */
export type Turns<T> = Generator<number, T, unknown>

/** Takes all turns at once. */
export const finish = <T>(turns: Turns<T>): T => {
  for (;;) {
    const next = turns.next()
    if (next.done === true) return next.value
  }
}
