/** The first example as tests use it: its files, a complaint, and for each test a folder and loops that go when it ends. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Loop } from "hearback"
import { afterEach, beforeEach } from "vitest"

export const example = join(import.meta.dirname, "../../../examples/first")
export const policy = join(example, "first.policy.yaml")
export const people = join(example, "people.yaml")
export const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." }

export interface OfEachTest {
  readonly folder: string
  /** Closes a loop when its test ends; returns it. */
  keep(loop: Loop): Loop
}

/** Sees to a folder and to loops for each test of a file. */
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
