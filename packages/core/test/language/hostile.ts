/** Texts that are written to keep a machine busy. */
import { expect } from "vitest"

const CHARACTERS = 80_000

/** Returns a text that repeats one unit. */
export const hostile = (unit: string): string => unit.repeat(CHARACTERS / unit.length)

/**
 * Expects that reading a hostile text takes no time that grows with its square, which would be some six seconds of a
 * processor; growing with its length it is a tenth of a second.
 */
export const expectQuick = (read: () => void): void => {
  const since = process.cpuUsage()
  read()
  const { user } = process.cpuUsage(since)
  expect(user / 1_000_000).toBeLessThan(3)
}
