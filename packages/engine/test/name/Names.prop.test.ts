import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import * as ClaimName from "../../src/memory/LeaseClaim.ts"
import * as AwaitedName from "../../src/name/AwaitedName.ts"
import * as CommandAddress from "../../src/name/CommandAddress.ts"
import * as EventType from "../../src/name/EventType.ts"
import * as Lane from "../../src/name/Lane.ts"
import * as MessageId from "../../src/name/MessageId.ts"
import * as MetaKey from "../../src/name/MetaKey.ts"
import * as Stream from "../../src/name/Stream.ts"
import * as UnitKey from "../../src/name/UnitKey.ts"
import { decodeCursor, encodeCursor } from "../../src/port/Cursor.ts"

/** Ids that look like the names around them, and any other text. */
const hostile = fc.oneof(
  fc.string({ unit: character, minLength: 1 }),
  fc.constantFrom(
    "a/b",
    "/",
    "case/1",
    "case/1/2/0",
    "/1/0",
    "1/0",
    "asked/",
    "intake:x",
    "system:timer",
    "a b",
    "a\nb",
    "周/晓:1",
    "👩‍👩‍👧",
    "x.v2",
    ".v1",
    "../..",
    "__proto__"
  ),
  fc
    .array(fc.constantFrom("/", ":", " ", ".v1", "0", "7", "case", "asked", "张", "\u{1f600}", "\ud800"), {
      minLength: 1
    })
    .map((parts) => parts.join(""))
)

const count = fc.nat({ max: Number.MAX_SAFE_INTEGER })

const stream: fc.Arbitrary<Stream.Stream> = fc.record({
  kind: fc.constantFrom("case", "problem", "authority", "survey", "arrival"),
  id: hostile
})

const address: fc.Arbitrary<CommandAddress.CommandAddress> = fc.record({
  kind: fc.constantFrom("case", "problem", "survey", "erasure"),
  id: hostile
})

describe("names in the store are read back as they were written", () => {
  it("streams", () => {
    fc.assert(fc.property(stream, (one) => void expect(Stream.parse(Stream.render(one))).toEqual(one)))
  })

  it("messages", () => {
    fc.assert(
      fc.property(
        fc.record({ stream, version: count, index: count }),
        (one) => void expect(MessageId.parse(MessageId.render(one))).toEqual(one)
      )
    )
  })

  it("addresses of commands", () => {
    fc.assert(fc.property(address, (one) => void expect(CommandAddress.parse(CommandAddress.render(one))).toEqual(one)))
  })

  it("types of events", () => {
    const name = fc.stringMatching(/^[a-z]+(-[a-z0-9]+)*$/)
    const type = fc.record({ name, version: fc.integer({ min: 1 }) })
    fc.assert(fc.property(type, (one) => void expect(EventType.parse(EventType.render(one))).toEqual(one)))
  })

  it("claims", () => {
    const name = fc.record({ kind: fc.constantFrom("due" as const, "outbox" as const), lease: hostile })
    fc.assert(fc.property(name, (one) => void expect(ClaimName.parse(ClaimName.render(one))).toEqual(one)))
  })

  it("cursors, for their own tenant and order", () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        count,
        hostile,
        (tenant, order, sort, id) =>
          void expect(decodeCursor(tenant, order, encodeCursor(tenant, order, { sort, id }))).toEqual({ sort, id })
      )
    )
  })
})

describe("names that must never change", () => {
  it.each([
    [Stream.render({ kind: "case", id: "2611-7K3QZM" }), "case/2611-7K3QZM"],
    [Stream.render({ kind: "problem", id: "9f" }), "problem/9f"],
    [Stream.render({ kind: "authority", id: "agent-7" }), "authority/agent-7"],
    [Stream.render({ kind: "survey", id: "c-1" }), "asked/c-1"],
    [Stream.render({ kind: "arrival", id: "0a1b" }), "intake/0a1b"],
    [Stream.render({ kind: "links", id: "1" }), "links/1"],
    [Stream.render({ kind: "policy", id: "shop" }), "policy/shop"],
    [MessageId.render({ stream: { kind: "case", id: "2611-7K3QZM" }, version: 12, index: 0 }), "case/2611-7K3QZM/12/0"],
    [CommandAddress.render({ kind: "case", id: "1" }), "case/1"],
    [CommandAddress.render({ kind: "problem", id: "9f" }), "problem/9f"],
    [CommandAddress.render({ kind: "erasure", id: "1" }), "erasure/1"],
    [CommandAddress.render({ kind: "survey", id: "c-1" }), "asked/c-1"],
    [EventType.render({ name: "owner-assigned", version: 1 }), "owner-assigned"],
    [EventType.render({ name: "owner-assigned", version: 12 }), "owner-assigned.v12"],
    [Lane.render({ kind: "command" }), "command"],
    [Lane.render(Lane.ofMessage({ audience: "staff", channel: "mail" })), "staff"],
    [Lane.render(Lane.ofMessage({ audience: "customer", channel: "mail" })), "customer/mail"],
    [Lane.render(Lane.ofMessage({ audience: "customer" })), "customer/"],
    [AwaitedName.ofPerson("ann"), "person:ann"],
    [AwaitedName.ofRole("agent"), "role:agent"],
    [MetaKey.policyVersions, "policy:versions"],
    [MetaKey.lastTick, "tick:last"],
    [MetaKey.consumer("crm"), "consumer:crm"],
    [MetaKey.bundle("3f9c"), "bundle:3f9c"],
    [MetaKey.calendars("3f9c"), "calendars:3f9c"],
    [MetaKey.lastNotice("ann"), "digest:ann"],
    [MetaKey.lastSurvey("app"), "asked:app"],
    [MetaKey.lastRoutine("review"), "routine:review"],
    [MetaKey.checkpoint("3f9c"), "checkpoint:3f9c"],
    [MetaKey.lastCheckpoint, "checkpoint:last"],
    [UnitKey.publication("k"), "publish:k"],
    [UnitKey.receipt("a"), "take:a"],
    [UnitKey.landing("a"), "open:a"],
    [UnitKey.quarantine("a", 2), "park:a:2"],
    [UnitKey.settlement("a", 2), "settle:a:2"],
    [UnitKey.repeatedArrival("a", "mail"), "again:a:mail"],
    [UnitKey.timeDue("1", 5, 7), "time:1:5:7"],
    [UnitKey.timeBeforeMove("1", "m"), "time:1:m"],
    [UnitKey.policyMove("m", "1"), "move:m:1"],
    [UnitKey.outboxCommand("case/1/2/0"), "out:case/1/2/0"],
    [UnitKey.deliveryReport("case/1/2/0", "bounced", "9f"), "out:case/1/2/0:bounced:9f"],
    [UnitKey.eventSurvey("e", "app"), "e:app"],
    [UnitKey.periodSurvey("app", "2026-11", "c-1"), "round:app:2026-11:c-1"],
    [UnitKey.surveyErasure("e"), "e:asked"],
    [UnitKey.caseErasure("e", "1", "c-1"), "e:1:c-1"]
  ])("%s", (written, before) => expect(written).toBe(before))
})

describe("texts that are no names", () => {
  it.each(["", "case", "cases/1", "/case/1", "other/1"])("no stream is called `%s`", (text) =>
    expect(Stream.parse(text)).toBeUndefined()
  )

  it.each(["", "case/1", "case/1/2", "case/1/2/x", "case/1/02/0", "other/1/2/0", "case/1/2/-1"])(
    "no message is called `%s`",
    (text) => expect(MessageId.parse(text)).toBeUndefined()
  )

  it.each(["", "customer/1", "case:1"])("no command goes to `%s`", (text) =>
    expect(CommandAddress.parse(text)).toBeUndefined()
  )

  it.each(["owner-assigned", "owner-assigned.v1"])("%s is of the first version", (text) => {
    expect(EventType.parse(text)).toEqual({ name: "owner-assigned", version: 1 })
  })
})
