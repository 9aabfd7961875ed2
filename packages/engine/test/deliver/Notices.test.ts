/** When notices to one person leave, in which message, and in which order. */
import { describe, expect, it } from "vitest"
import { isJoined, join, partsOf } from "../../src/deliver/JoinedMessage.ts"
import { byUrgency, isNotice, makeNotices } from "../../src/deliver/Notices.ts"
import * as MetaKey from "../../src/name/MetaKey.ts"
import type { ClaimId, EventStore, OutboxClaim, OutboxMessage } from "../../src/port/EventStore.ts"
import { Sample } from "../../src/testing/index.ts"

const now = Sample.monday
const [minute, hour] = [60_000, 3_600_000]

const claimOf = (message: OutboxMessage): OutboxClaim => ({ id: message.id as ClaimId, message }) as OutboxClaim
const notice = (id: string, body: object = {}, more: Partial<OutboxMessage> = {}): OutboxClaim =>
  claimOf(Sample.message(id, { to: "ann", body: { message: "assigned", digest: hour, ...body }, ...more }))

/** Notices to a person who got the last one at an instant; `isTaken`: another process has claimed one of them. */
const noticesSince = (last: number | undefined, isTaken = false) => {
  const joined: OutboxMessage[] = []
  const known = new Map<string, number>(last === undefined ? [] : [[MetaKey.lastNotice("ann"), last]])
  const store = {
    meta: async (_: string, key: string) => known.get(key) ?? null,
    setMeta: async (_: string, key: string, value: number) => void known.set(key, value),
    join: async (_: string, __: readonly ClaimId[], message: OutboxMessage) => {
      joined.push(message)
      return !isTaken
    }
  } as unknown as EventStore
  return { joined, known, notices: makeNotices({ store, tenant: "acme", clock: { now: () => now } }) }
}

describe("notices to one person", () => {
  const [one, two] = [notice("case/A/1/0"), notice("case/B/1/0")]
  it.each<readonly [name: string, last: number | undefined, body: object, until: number | undefined]>([
    ["the first one ever", undefined, {}, undefined],
    ["one soon after another", now - 10 * minute, {}, now + 50 * minute],
    ["one when the time of the last is just over", now - hour, {}, undefined],
    ["one that would come too late by then", now - 10 * minute, { before: now + 50 * minute }, undefined],
    ["one that comes in time by then", now - 10 * minute, { before: now + 50 * minute + 1 }, now + 50 * minute],
    ["one after a clock was set back", now + 100 * hour, {}, undefined]
  ])("%s leaves at once, or waits", async (_, last, body, until) => {
    const only = notice("case/A/1/0", body)
    const composed = await noticesSince(last).notices.compose("ann", [only])
    expect(composed).toEqual(until === undefined ? [{ send: only }] : [{ wait: [only], until }])
  })
  it("leave as one message with all of them; one that cannot wait takes the others along", async () => {
    const hurried = notice("case/C/1/0", { before: now + minute })
    const { notices, joined } = noticesSince(now - minute)
    expect(await notices.compose("ann", [one, hurried, two])).toEqual([{ joined: [one, hurried, two] }])
    expect(joined.map(partsOf)).toMatchObject([[{ id: "case/A/1/0" }, { id: "case/C/1/0" }, { id: "case/B/1/0" }]])
    expect(joined[0]?.notBefore).toBe(now)
  })
  it("are decided on again at once if another process has claimed one of them", async () => {
    const { notices } = noticesSince(undefined, true)
    expect(await notices.compose("ann", [one, two])).toEqual([{ wait: [one, two], until: now }])
  })
  it("are at most a hundred in one message", async () => {
    const { notices, joined } = noticesSince(undefined)
    const many = Array.from({ length: 201 }, (_, n) => notice(`case/${n}/1/0`))
    const composed = await notices.compose("ann", many)
    expect(joined.map((message) => partsOf(message).length)).toEqual([100, 100])
    expect(composed.at(-1)).toEqual({ send: many[200] })
  })
  it("wait from when one was sent", async () => {
    const { notices, known } = noticesSince(undefined)
    await notices.sent("ann")
    expect([...known.values()]).toEqual([now])
  })
  it("leave overdue ones first, then those that have waited longest", () => {
    const late = notice("late", { overdue: true }, { notBefore: now })
    const [old, young] = [notice("old", {}, { notBefore: 1 }), notice("young", {}, { notBefore: 2 })]
    expect([young, late, old].sort(byUrgency)).toEqual([late, old, young])
  })
  it("have a digest time; a message without one waits for nothing", () => {
    expect([isNotice(one.message), isNotice(Sample.message("case/A/1/0"))]).toEqual([true, false])
  })
})

describe("a joined message", () => {
  const of = (...ids: readonly [string, ...string[]]) =>
    join(ids.map((id) => notice(id).message) as [OutboxMessage, ...OutboxMessage[]], now)
  it("has another id for other parts, and the same id for the same parts", () => {
    expect(of("case/A/1/0", "case/B/1/0").id).toBe(of("case/A/1/0", "case/B/1/0").id)
    const names = [of("case/A/1/0", "case/B/1/0"), of("case/A/1/0", "case/C/1/0"), of("case/A/1/0"), of("case/B/1/0")]
    expect(new Set(names.map(({ id }) => id)).size).toBe(4)
  })
  it("returns its parts unchanged, with their sealed parts", () => {
    const sealed = { customer: "customer:1", ciphertext: Uint8Array.of(1, 2, 250), place: 1 }
    const parts = [
      notice("case/A/1/0", {}, { sealed }).message,
      notice("case/B/1/0", { message: "overdue" }).message
    ] as const
    const whole = join(parts, now)
    expect(isJoined(whole)).toBe(true)
    expect(partsOf(whole)).toEqual(parts.map((part) => ({ ...part, notBefore: now })))
  })
})
