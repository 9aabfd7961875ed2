/** Stored events are read by the shape of their type and version, and those that do not fit are reported. */
import { Bundle, Case, Policy } from "@hearback/core"
import { Build, MadeUp } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import type { Json, StoredEvent } from "../../src/port/Event.ts"
import { wordsOf } from "../../src/record/clear/PolicyWords.ts"
import { type EventEnvelope, encode, makeEventCodec } from "../../src/record/EventCodec.ts"
import { sealer } from "../../src/record/Seal.ts"
import { faultSentence, isRecordError } from "../../src/record/shape/EventFault.ts"
import { eventFormats } from "../../src/record/shape/EventFormats.ts"
import type { Upcast } from "../../src/record/shape/Upcasts.ts"
import { verify } from "../../src/record/Verification.ts"
import { monday, unit, write } from "../../src/testing/laws/Sample.ts"
import { texts } from "../../src/text/Texts.ts"

const tenant = "acme"
const keys = memoryKeyStore()
const codec = makeEventCodec(eventFormats)
const { decode, decodeClear } = codec
const envelope: EventEnvelope = {
  recordedAt: monday,
  clockBehind: 0,
  actor: "ann",
  command: "c-1",
  policy: "p",
  sealer: () => sealer(keys, tenant, "customer:1"),
  words: wordsOf(Policy.load(Build.bundle()))
}
const stream = "case/1"

const note: Case.EventNamed<"note-added"> = { event: "note-added", at: monday, text: "called back", by: "ann" }
const stored = async (change: Partial<StoredEvent> = {}): Promise<StoredEvent> => {
  const [encoded] = await encode("case", envelope, [note])
  if (encoded === undefined) throw new Error("nothing was encoded")
  return { ...encoded, tenant, stream, version: 3, position: 17, hash: "", ...change }
}

const thrown = async (run: () => unknown): Promise<unknown> => {
  try {
    return await run()
  } catch (error) {
    return error
  }
}

const messageOf = async (change: Partial<StoredEvent>): Promise<string> => {
  const error = await thrown(async () => decode(keys, "case", await stored(change)))
  if (!isRecordError(error)) throw new Error(`read as ${JSON.stringify(error)}`)
  expect(error.message).toBe(faultSentence(error.fault, "en"))
  return `${error.code}: ${error.message}`
}

describe("a stored event", () => {
  it("is read as it was, and version 1 is not written in its type", async () => {
    const one = await stored()
    expect(one.type).toBe("note-added")
    expect(await decode(keys, "case", one)).toEqual(note)
    expect(await decode(keys, "case", { ...one, type: "note-added.v1" })).toEqual(note)
    expect(decodeClear("case", one, one.stream)).toEqual({ event: "note-added", at: monday, by: "ann" })
  })

  it("is not written if it could not be read again", async () => {
    for (const event of [
      { ...note, text: 7 },
      { ...note, more: 1 },
      { event: "made-up", at: 1 }
    ])
      await expect(encode("case", envelope, [event as never])).rejects.toThrow(/has no such shape/)
  })

  const upgrade = "upgrade this process to the version that wrote it; until then nothing is written after it"
  const copy = "put back a copy of the store in which it is whole; `hearback verify` names every such event"
  it.each<readonly [string, Partial<StoredEvent>, string]>([
    [
      "of a type that is not known",
      { type: "refund-promised" },
      `record/later: \`case/1\`: event 3 (\`refund-promised\`, position 17) is of a type that this version does not know; ${upgrade}`
    ],
    [
      "of another kind of stream",
      { type: "policy-published" },
      `record/later: \`case/1\`: event 3 (\`policy-published\`, position 17) is of a type that this version does not know; ${upgrade}`
    ],
    [
      "of a name that every object has",
      { type: "constructor" },
      `record/later: \`case/1\`: event 3 (\`constructor\`, position 17) is of a type that this version does not know; ${upgrade}`
    ],
    [
      "of a later version",
      { type: "note-added.v2" },
      `record/later: \`case/1\`: event 3 (\`note-added.v2\`, position 17) has a later version than this one knows; ${upgrade}`
    ],
    [
      "with a field that is not known",
      { clear: { by: "ann", mood: "good" } },
      `record/later: \`case/1\`: event 3 (\`note-added\`, position 17) has \`mood\`, which this version does not know; ${upgrade}`
    ],
    [
      "that is sealed in another way",
      { sealed: { customer: "customer:1", ciphertext: Uint8Array.of(2, 0, 0) } },
      `record/later: \`case/1\`: event 3 (\`note-added\`, position 17) is sealed in a way that this version does not know; ${upgrade}`
    ],
    [
      "with a field of another kind",
      { clear: { by: 7 } },
      `record/unreadable: \`case/1\`: event 3 (\`note-added\`, position 17) is not readable: \`by\` has to be a text, and is a number; ${copy}`
    ],
    [
      "without a field",
      { clear: {} },
      `record/unreadable: \`case/1\`: event 3 (\`note-added\`, position 17) is not readable: \`by\` has to be a text, and is absent; ${copy}`
    ],
    [
      "that is no event at all",
      { clear: "by: ann" },
      `record/unreadable: \`case/1\`: event 3 (\`note-added\`, position 17) is not readable: its body has to be an object, and is a text; ${copy}`
    ],
    [
      "that was torn",
      { type: "", clear: { unreadable: "[[" } },
      `record/unreadable: \`case/1\`: event 3 is damaged; ${copy}`
    ],
    [
      "whose seal is damaged",
      { sealed: { customer: "customer:1", ciphertext: Uint8Array.of(1, 0, 0) } },
      `record/unreadable: \`case/1\`: event 3 (\`note-added\`, position 17) has a sealed part that is damaged; ${copy}`
    ]
  ])("%s is named, with its place and what to do", async (_, change, message) =>
    expect(await messageOf(change)).toBe(message)
  )

  it("is reported in Chinese, too", async () => {
    const error = await thrown(async () => decode(keys, "case", await stored({ clear: { by: 7 } })))
    expect(isRecordError(error) && faultSentence(error.fault, "zh-CN")).toBe(
      "`case/1`：第 3 个事件（`note-added`，位置 17）无法读取：`by`应为文本，实际为数字；" +
        "请恢复该事件完好的数据副本；`hearback verify` 会列出所有此类事件"
    )
  })

  it("is reported in a made-up language, with every text marked", () => {
    const { madeUp, unmarked, whileSpoken } = MadeUp
    const place = { stream, version: 3, position: 17, type: "note-added" }
    const path = ["by"]
    const faults = [
      ...(["type", "version", "seal", "torn", "damaged", "missing"] as const).map((reason) => ({ ...place, reason })),
      { ...place, reason: "field", path, expected: { be: "none" }, found: "text" },
      { ...place, reason: "field", path, expected: { be: "list" }, found: "another" },
      { ...place, reason: "field", path: [], expected: { oneOf: ["a", "b"] }, found: "absent" },
      { ...place, reason: "field", path, expected: { length: 2 }, found: "list" }
    ] as const
    for (const base of Bundle.languages)
      whileSpoken(base, [texts], () => {
        for (const fault of faults)
          expect(unmarked(faultSentence(fault, madeUp), base), JSON.stringify(fault)).toEqual([])
      })
  })

  it("is reported if its sealed part does not fit its type", async () => {
    const sealed = (await sealer(keys, tenant, "customer:1"))({ text: ["called", "back"] })
    expect(await messageOf({ sealed })).toMatch(/`text` has to be a text, and is a list/)
  })

  it("may name its policy, its rule, and how far the clock was behind", async () => {
    const [one] = await encode("case", { ...envelope, clockBehind: 7 }, [
      { ...note, why: "rule", under: "p-1" } as never
    ])
    const found = { ...one, tenant, stream, version: 3, position: 17, hash: "" } as StoredEvent
    expect(await decode(keys, "case", found)).toEqual({ ...note, why: "rule", under: "p-1", clockBehind: 7 })
  })

  it("lacks its sealed fields once the key is gone, and no other field may be absent", async () => {
    const own = memoryKeyStore()
    const [one] = await encode("case", { ...envelope, sealer: () => sealer(own, tenant, "customer:2") }, [note])
    await own.destroy(tenant, "customer:2")
    const place = { tenant, stream, version: 1, position: 1, hash: "" }
    const found = { ...one, ...place } as StoredEvent
    expect(await decode(own, "case", found)).toEqual({ event: "note-added", at: monday, by: "ann" })
    await expect(decode(own, "case", { ...found, clear: {} })).rejects.toThrow(/`by` has to be a text/)
  })
})

/** Notes as a later engine may keep them: in version 2 several lines, in version 3 with who may read them. */
describe("an event of an older version", () => {
  const lines = (text: Json | undefined) => (typeof text === "string" ? { lines: text.split("\n") } : {})
  const laterWith = (...steps: readonly Upcast[]) =>
    makeEventCodec({
      shapes: {
        case: {
          ...eventFormats.shapes.case,
          "note-added": [
            { has: { "text~": "text", by: "text" } },
            { has: { "lines~": { list: "text" }, by: "text", kept: { is: ["as text", "as lines"] } } },
            { has: { "lines~": { list: "text" }, by: "text", kept: "text", readers: { is: ["staff", "all"] } } }
          ]
        }
      },
      upcasts: { case: { "note-added": steps } }
    })
  const toLines: Upcast = ({ text, ...rest }) => ({ ...rest, ...lines(text), kept: "as text" })
  const later = laterWith(toLines, (body) => ({ ...body, readers: "staff" }))

  it("is converted to the present version, with its sealed part", async () => {
    const one = await stored()
    expect(await later.decode(keys, "case", one)).toEqual({
      event: "note-added",
      at: monday,
      by: "ann",
      lines: ["called back"],
      kept: "as text",
      readers: "staff"
    })
    expect(later.decodeClear("case", one, one.stream)).toEqual({
      event: "note-added",
      at: monday,
      by: "ann",
      kept: "as text",
      readers: "staff"
    })
  })

  it("is converted from any version, and the newest is written with its number", async () => {
    const second = { type: "note-added.v2", clear: { by: "ann", kept: "as lines" } }
    const sealed = (await sealer(keys, tenant, "customer:1"))({ lines: ["a", "b"] })
    expect(await later.decode(keys, "case", await stored({ ...second, sealed }))).toMatchObject({
      lines: ["a", "b"],
      kept: "as lines",
      readers: "staff"
    })
    const today = { ...note, text: undefined, lines: ["a"], kept: "as lines", readers: "all" }
    const [written] = await later.encode("case", envelope, [today as never])
    expect(written?.type).toBe("note-added.v3")
    const place = { tenant, stream, version: 3, position: 17, hash: "" }
    expect(await later.decode(keys, "case", { ...written, ...place } as StoredEvent)).toMatchObject({
      lines: ["a"],
      readers: "all"
    })
  })

  it("is checked by the shape of its own version", async () => {
    const none = await thrown(async () =>
      later.decode(keys, "case", await stored({ clear: { by: "ann", readers: "all" } }))
    )
    expect(String(none)).toMatch(/has `readers`, which this version does not know/)
  })

  it.each<readonly [string, ReturnType<typeof laterWith>, RegExp]>([
    ["has no step to the last version", laterWith(toLines), /`readers` has to be one of `staff`, `all`, and is absent/],
    [
      "is led to what is no event of today",
      laterWith(toLines, (body) => ({ ...body, readers: "nobody" })),
      /`readers` has to be one of `staff`, `all`, and is another one/
    ]
  ])("is not read where it %s", async (_, codec, says) => {
    const found = await stored()
    expect(String(await thrown(() => codec.decode(keys, "case", found)))).toMatch(says)
    expect(await codec.faultOf(keys, found)).toMatchObject({ version: 3, reason: "field", path: ["readers"] })
  })

  it("stays as it was stored, and so does its hash chain", async () => {
    const store = memoryStore()
    const events = await encode("case", envelope, [note, note])
    await store.append(unit("k", [write(stream, 0, { events })]))
    const { events: loaded } = await store.load({ tenant, stream })
    const before = await verify(store, tenant)
    let state = Case.empty("1")
    for (const one of loaded) state = Case.evolve(state, await later.decode(keys, "case", one))
    expect(state.version).toBe(2)
    expect(await verify(store, tenant, before.anchor ?? undefined)).toEqual({ ...before, anchored: true, ok: true })
  })
})
