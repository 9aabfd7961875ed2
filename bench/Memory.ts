/**
 * Memory: what a case takes, compared with its state as JSON text and with the state of the bare reducer, and how it
 * grows with the case; what a loaded policy takes, and dictionaries of different sizes.
 *
 * Measured by the heap after a garbage collection, over many copies; run with `--expose-gc`.
 */
import { Case, Classify, Policy } from "@hearback/core"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import * as Life from "./Life.ts"
import { empty, reduce } from "./Reducer.ts"
import { bytes } from "./Report.ts"

const used = (): number => {
  if (globalThis.gc === undefined) throw new Error("run with --expose-gc")
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Returns the bytes that one of `count` copies takes. */
const weigh = (count: number, make: () => unknown): number => {
  const copies: unknown[] = new Array(count).fill(make())
  const before = used()
  for (let i = 0; i < count; i++) copies[i] = make()
  const each = (used() - before) / count
  if (copies.length !== count) throw new Error("copies were lost")
  return each
}

/** Measures this subject. */
export const measure: Measure = (give) => {
  const bundle = Examples.bundle("itr-service")
  const policy = Policy.load(bundle)
  for (const length of [10, 30, 100, 300]) {
    const turns = Life.turns(policy, length)
    const events = Life.events(policy, turns)
    const texts = events.map((event) => JSON.stringify(event))
    // Each event comes from a store as its own text, so two cases share nothing.
    const stored = (): Case.CaseEvent[] => texts.map((text) => JSON.parse(text) as Case.CaseEvent)
    const state = weigh(500, () => Case.fold("A", stored()))
    const bare = weigh(500, () => stored().reduce(reduce, empty))
    give({
      what: `a case of ${length} commands, ${events.length} events: its state`,
      ours: bytes(state),
      limit: `bare reducer ${bytes(bare)}`,
      ratio: state / bare
    })
    if (length === 30) {
      const text = JSON.stringify(Case.fold("A", events)).length
      give({
        what: "the same beside its state as JSON",
        ours: bytes(state),
        limit: `JSON ${bytes(text)}`,
        ratio: state / text
      })
      const whole = weigh(500, stored)
      const json = texts.join("").length
      give({ what: "its events", ours: bytes(whole), limit: `JSON ${bytes(json)}`, ratio: whole / json })
    }
  }
  const text = JSON.stringify(bundle)
  const loaded = weigh(20, () => {
    const made = Policy.load(JSON.parse(text))
    for (const calendar of made.calendars.values()) made.classifier.classify(calendar.rule.name)
    return made
  })
  give({
    what: "a loaded policy (itr-service)",
    ours: bytes(loaded),
    limit: `bundle ${bytes(text.length)}`,
    ratio: loaded / text.length
  })
  for (const size of [100, 1_000, 10_000, 100_000]) {
    const words = Array.from(
      { length: size },
      (_, i) => `${String.fromCharCode(0x4e00 + (i % 5_000))}${String.fromCharCode(0x5e00 + Math.floor(i / 50))}词`
    )
    const each = weigh(size > 10_000 ? 2 : 10, () =>
      Classify.compile({
        kinds: [],
        otherwiseKind: "complaint",
        categories: [{ name: "c", words }],
        emotions: [],
        tone: [],
        negation: [],
        stronger: [],
        weaker: [],
        signals: [],
        sureAbove: 0.7
      })
    )
    give({
      what: `a word of a dictionary of ${size.toLocaleString("en")}`,
      ours: bytes(each / size),
      limit: "",
      ratio: Number.NaN
    })
  }
}
