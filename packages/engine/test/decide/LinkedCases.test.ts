/**
 * The cases of one matter: all linked ones, in either direction, up to a number above which the sum is not computed.
 */
import { Case } from "@hearback/core"
import { describe, expect, it } from "vitest"
import type { EngineContext } from "../../src/context/Context.ts"
import { linkWrites, readMatter } from "../../src/decide/LinkedCases.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import { unit } from "../../src/testing/laws/Sample.ts"

const envelope = { recordedAt: 5_000, clockBehind: 0, actor: "ann", command: "c-1", policy: "p" }

const linked = (id: string, links: readonly string[], version = 3): Case.Case => {
  const empty = Case.empty(id)
  return { ...empty, version, relations: { ...empty.relations, links } }
}
/** Returns links between so many cases, each linked to the next. */
const row = (count: number) =>
  new Map(Array.from({ length: count }, (_, n) => [`A${n}`, linked(`A${n}`, n + 1 < count ? [`A${n + 1}`] : [])]))

const contextOf = () => ({ store: memoryStore(), tenant: "acme" }) as unknown as EngineContext
const matterOf = async (cases: ReadonlyMap<string, Case.Case>, context = contextOf()) => {
  const asked: string[] = []
  const load = async (id: string) => {
    asked.push(id)
    return { state: cases.get(id) ?? Case.empty(id) }
  }
  const [first] = cases.values()
  if (first === undefined) throw new Error("no case")
  return { ...(await readMatter(context, first, load)), asked }
}
const link = (to: string) => ({ event: "case-linked", at: 1, to, as: "same-cause" }) as unknown as Case.CaseEvent
const event = link("A0")

describe("the cases of one matter", () => {
  it("are all linked ones, also through others; the case itself is not read again", async () => {
    const { cases, asked, isCut } = await matterOf(row(4))
    expect([cases.map(({ id }) => id), asked, isCut]).toEqual([["A1", "A2", "A3"], ["A1", "A2", "A3"], false])
  })
  it("are two hundred at most; more are reported as cut", async () => {
    const whole = await matterOf(row(201))
    expect([whole.cases.length, whole.isCut]).toEqual([200, false])
    const cut = await matterOf(row(202))
    expect([cut.cases.length, cut.isCut]).toEqual([200, true])
  })
  it("must be unchanged when a decision on them is stored, and so must the links to them", async () => {
    const { reads } = await matterOf(new Map([...row(2), ["A1", linked("A1", ["gone"], 7)]]))
    expect(reads.map(({ stream, expected }) => [stream, expected])).toEqual([
      ["links/A0", 0],
      ["case/A1", 7],
      ["links/A1", 0]
    ])
  })
})

describe("the event of a link in the other case's stream", () => {
  const written = async (context: EngineContext, recordedAt: number, clockBehind = 0) =>
    linkWrites(context, linked("B", []), [event, event], { ...envelope, recordedAt, clockBehind })

  it("is written once, is read from the other side, and is not written again", async () => {
    const context = contextOf()
    const writes = await written(context, 5_000)
    expect(writes.map(({ stream, expected, events }) => [stream, expected, events.length])).toEqual([
      ["links/A0", 0, 1]
    ])
    expect(await context.store.append(unit("u-1", writes))).toMatchObject({ result: "appended" })
    expect(await written(context, 6_000)).toEqual([])
    const { cases } = await matterOf(new Map([...row(1), ["B", linked("B", [])]]), context)
    expect(cases.map(({ id }) => id)).toEqual(["B"])
  })
  it("is never recorded before the one before it, and says how far the clock was behind", async () => {
    const context = contextOf()
    const other = await linkWrites(context, linked("C", []), [event], { ...envelope, recordedAt: 9_000 })
    await context.store.append(unit("u-1", other))
    const [late] = await written(context, 5_000)
    expect(late?.events[0]).toMatchObject({ recordedAt: 9_000, clear: { clockBehind: 4_000 } })
    const [behind] = await written(contextOf(), 5_000, 2_000)
    expect(behind?.events[0]).toMatchObject({ recordedAt: 5_000, clear: { clockBehind: 2_000 } })
  })
})
