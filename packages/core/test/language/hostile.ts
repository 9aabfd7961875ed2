/** Texts that somebody writes to keep a machine busy. */
import { expect } from "vitest"

const CHARACTERS = 80_000

/** Returns a text of one unit over and over. */
export const hostile = (unit: string): string => unit.repeat(CHARACTERS / unit.length)

/**
 * Expects that to read a hostile text takes no time that grows with its square: that is some six seconds of a processor,
 * and where it grows with its length a tenth of one.
 */
export const expectQuick = (read: () => void): void => {
  const since = process.cpuUsage()
  read()
  const { user } = process.cpuUsage(since)
  expect(user / 1_000_000).toBeLessThan(3)
}
