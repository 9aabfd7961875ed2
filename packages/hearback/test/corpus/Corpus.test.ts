/**
 * Records of every past format can be read and used further. If a test fails here, records of users could no longer
 * be read: change the code, never the folder.
 */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Case, Text } from "@hearback/core"
import { type Json, type KeyStore, memoryKeyStore, type StoredEvent, Stream } from "@hearback/engine"
import { describe, expect, it } from "vitest"
import { view } from "../../../core/test/text/samples.ts"
import { decode, decodeClear } from "../../../engine/src/record/EventCodec.ts"
import { sealer } from "../../../engine/src/record/Seal.ts"
import { digestFile, digestsOf, eventsIn, folders, jsonIn, type Kind, type Recorded, summaryOf } from "./Corpus.ts"
import { missingForms, missingTables } from "./Record.ts"
import { onCopy, saidBy, unsaid } from "./Stores.ts"

const toRecord = "is in no folder of the corpus: run `node --run corpus` and commit the folder that it adds"
const tenant = "acme"

describe("the corpus of records", () => {
  it("has every form of every event, in every version", () => {
    expect([...missingForms()].map((form) => `${form} ${toRecord}`)).toEqual([])
  })

  it("has a store with the current tables", async () => {
    const missing = await missingTables()
    expect(missing === undefined ? [] : [`a store with ${missing} ${toRecord}`]).toEqual([])
  })

  it("detects an event, a version, a field and a word that no folder has", () => {
    const shapes = {
      case: {
        "refund-promised": [{ has: {} }],
        "taken-up": [{ has: { by: "text", "mood?": "text" } }, { has: { by: "text", how: { is: ["gladly"] } } }]
      }
    } as const
    expect([...missingForms(shapes)]).toEqual([
      "case refund-promised",
      "case taken-up: with mood",
      "case taken-up.v2",
      "case taken-up.v2: how is gladly"
    ])
  })

  it.each<[string, (folder: string) => void]>([
    ["a record that was changed", (folder) => appendFileSync(join(folder, "events.ndjson"), "\n")],
    ["a file that is gone", (folder) => rmSync(join(folder, "lives.json"))],
    ["a file that came later", (folder) => writeFileSync(join(folder, "more.json"), "{}")]
  ])("detects %s", (_, change) => {
    const copy = mkdtempSync(join(tmpdir(), "hearback-corpus-"))
    try {
      cpSync(folders()[0] ?? "", copy, { recursive: true })
      change(copy)
      expect(digestsOf(copy)).not.toBe(readFileSync(join(copy, digestFile), "utf8"))
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })
})

/** Returns the event as a store gives it, encrypted with a key of its own. */
const stored = async (one: Recorded, n: number, keys = memoryKeyStore()): Promise<StoredEvent> => {
  const { kind, type, at, clear, secret } = one
  const envelope = { recordedAt: at, actor: "ann", command: "c", policy: "p", hash: "" }
  const place = { tenant, stream: Stream.render({ kind, id: "1" }), version: n, position: n }
  const open = { type, at, clear, ...envelope, ...place }
  return secret === undefined ? open : { ...open, sealed: (await sealer(keys, tenant, "customer:1"))(secret) }
}

/**
 * Returns a case without clocks of requests, which are removed with the request; its events say when they were met.
 */
const ofEndedRequest = /\/clocks\/approval:[^/]+\/\w+: .* is now undefined$/

/** Returns the values of an event's sentences that are no words. */
const untold = (event: Case.CaseEvent): readonly string[] =>
  (["en", "zh-CN"] as const)
    .map((language) => Text.event(event, language, view))
    .filter((sentence) => /undefined|NaN/u.test(sentence))

describe.each(folders().map((folder) => [folder.slice(-4), folder] as const))("records of format %s", (_, folder) => {
  const events = eventsIn(folder)

  it("are unchanged, in every file", () => {
    expect(digestsOf(folder)).toBe(readFileSync(join(folder, digestFile), "utf8"))
  })

  it("have events that can be read, with and without the key, and told in both languages", async () => {
    for (const [n, one] of events.entries()) {
      const [keys, kind]: [KeyStore, Kind] = [memoryKeyStore(), one.kind]
      const found = await stored(one, n + 1, keys)
      const whole = await decode(keys, kind, found)
      await keys.destroy(tenant, "customer:1")
      const erased = await decode(keys, kind, found)
      expect(decodeClear(kind, found, found.stream)).toEqual(erased)
      if (kind !== "case") continue
      for (const event of [whole, erased] as readonly Case.CaseEvent[]) {
        expect(Case.evolve(Case.empty("1"), event).version).toBe(1)
        expect(untold(event), JSON.stringify(event)).toEqual([])
      }
    }
  })

  it("have cases that reach the same state", async () => {
    const lives = new Map<string, Recorded[]>()
    for (const one of events) if (one.of !== undefined) lives.set(one.of, [...(lives.get(one.of) ?? []), one])
    const said: Record<string, Json> = {}
    for (const [life, recorded] of lives) {
      const keys = memoryKeyStore()
      let state = Case.empty(life.split("-")[1] ?? "")
      for (const [n, one] of recorded.entries())
        state = Case.evolve(state, await decode(keys, "case", await stored(one, n + 1, keys)))
      said[life] = summaryOf(state)
    }
    expect(unsaid(jsonIn(folder, "lives.json") ?? {}, said).filter((each) => !ofEndedRequest.test(each))).toEqual([])
  })
})

const stores = folders().filter((folder) => readdirSync(folder).includes("store.db"))

describe.each(stores.map((folder) => [folder.slice(-4), folder] as const))("a store of format %s", (_, folder) => {
  it("has the same content, and verify finds it complete", () =>
    onCopy(folder, async (loop) => {
      expect((await loop.verify()).breaks).toEqual([])
      expect(unsaid(jsonIn(folder, "said.json") ?? {}, await saidBy(loop))).toEqual([])
    }))

  it("accepts commands, ticks and feedback", () =>
    onCopy(folder, async (loop) => {
      const { items } = await loop.list({ state: "open", limit: 200 })
      expect(items.length).toBeGreaterThan(2)
      const ann = loop.for({ actor: { id: "ann" } })
      for (const { id } of items)
        expect(await ann.execute(id, { do: "note", text: "years later" })).toMatchObject({ ok: true })
      const again = { channel: "email", customer: "c-1", verbatim: "my invoice is wrong once more" }
      expect(await ann.submit(again)).toMatchObject({ outcome: expect.stringMatching(/opened|joined/) })
      await loop.tick({ at: "2028-01-03T10:00Z" })
      await loop.record.rebuild()
      expect((await loop.verify()).breaks).toEqual([])
    }))

  it("can erase a customer, and stays complete", () =>
    onCopy(folder, async (loop) => {
      const order = { by: "system:host", reason: "asked for it", evenIfKept: true } as const
      const erased = await loop.customers.erase("c-2", order)
      expect(erased).toMatchObject({ erased: true })
      const left = JSON.stringify(await saidBy(loop))
      for (const word of ["Li Si", "li@example.com", "The parcel is late again", "And the box was open"])
        expect(left).not.toContain(word)
      expect(JSON.stringify(jsonIn(folder, "said.json"))).toContain("The parcel is late again")
      expect((await loop.verify()).breaks).toEqual([])
    }))
})

it("has folders that are numbered without a gap, each with events", () => {
  expect(folders().map((folder) => Number(folder.slice(-4)))).toEqual(folders().map((_, n) => n + 1))
  for (const folder of folders()) expect(readdirSync(join(folder))).toContain("events.ndjson")
})
