/**
 * The first example for tests: its files, a complaint, and for each test a folder and loops that are removed when it
 * ends.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Loop } from "hearback"
import { afterEach, beforeEach } from "vitest"

/** The folder of the example. */
export const example = join(import.meta.dirname, "../../../examples/first")
/** The policy of the example. */
export const policy = join(example, "first.policy.yaml")
/** The people file of the example. */
export const people = join(example, "people.yaml")
/** A complaint. */
export const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." }

/** What each test has. */
export interface OfEachTest {
  readonly folder: string
  /** Closes a loop when its test ends; returns the loop. */
  keep(loop: Loop): Loop
}

/** Gives each test of a file a folder, and closes its loops. */
export const ofEachTest = (): OfEachTest => {
  let folder = ""
  const loops: Loop[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "hearback-"))
  })
  afterEach(async () => {
    for (const loop of loops.splice(0)) await loop.close()
    rmSync(folder, { recursive: true })
  })
  return {
    get folder() {
      return folder
    },
    keep: (loop) => {
      loops.push(loop)
      return loop
    }
  }
}
