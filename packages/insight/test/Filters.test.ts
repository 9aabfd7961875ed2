/** What each measure counts and leaves out: one test for each outcome, cause, score and measure. */
import { type Case, type Lifecycle, measureKeys } from "@hearback/core"
import { Build, Spec } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { measures, summaryOf } from "../src/index.ts"
import { makeGrantTotals } from "../src/review/GrantTotals.ts"
import {
  dissatisfied,
  figure,
  instant,
  MON,
  november,
  opened,
  satisfied,
  storiesOf,
  storyOf,
  submit,
  TUE,
  told
} from "./Fixture.ts"

type Desk = ReturnType<typeof told>

/** Returns the story of a desk with replaced events. */
const changed = (d: Desk, change: (event: Case.CaseEvent) => Case.CaseEvent) =>
  storyOf(d.world().policy, "A", d.events().map(change))

describe("a customer loop that closed as", () => {
  type Row = readonly [resolution: string, unconfirmed: string, first: string, reopened: string, length: string]
  const none = "no cases"
  const rows: Readonly<Record<Lifecycle.CaseOutcome, Row>> = {
    answered: [none, none, "1 of 1", "0 of 1", "60 min of 1"],
    confirmed: ["1 of 1", "0 of 1", "1 of 1", "0 of 1", "60 min of 1"],
    unconfirmed: ["0 of 1", "1 of 1", none, "0 of 1", "60 min of 1"],
    dissatisfied: ["0 of 1", "0 of 1", "0 of 1", "0 of 1", "60 min of 1"],
    withdrawn: [none, none, none, none, none],
    forwarded: [none, none, none, none, none],
    "turned-away": [none, none, none, none, none],
    merged: [none, none, none, none, none],
    recorded: [none, none, none, none, none]
  }
  it.each(Object.entries(rows))("%s is in these figures", (outcome, expected) => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", satisfied)
    const story = changed(d, (event) =>
      event.event === "customer-loop-closed" ? { ...event, outcome: outcome as Lifecycle.CaseOutcome } : event
    )
    const names = ["resolution", "unconfirmed", "first-contact-resolution", "reopened", "cycle-time"]
    expect(names.map((name) => figure([story], name))).toEqual(expected)
  })
})

describe("a customer loop that was reopened because of", () => {
  const lost = ["0 of 1", "0 of 1"]
  const stands = ["1 of 1", "1 of 1"]
  it.each<readonly [cause: string, firstContact: readonly string[], reopened: string]>([
    ["dissatisfied", lost, "1 of 1"],
    ["recurrence", lost, "0 of 1"],
    ["customer", lost, "0 of 1"],
    ["decided", lost, "0 of 1"],
    // Nobody decided a reopening, but a gate opened again.
    ["regraded", stands, "0 of 1"],
    ["bounced", stands, "0 of 1"],
    ["later", stands, "0 of 1"],
    ["merged", stands, "0 of 1"]
  ])("%s", (cause, [first, satisfaction], reopened) => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", satisfied)
    d.does(`${TUE} 10:00`, "carl", dissatisfied)
    const events = d
      .events()
      .filter(({ event }) => event !== "customer-dissatisfied")
      .map((event) => (event.event === "case-reopened" ? { ...event, cause } : event))
    const story = storyOf(d.world().policy, "A", events)
    expect(figure([story], "first-contact-resolution")).toBe(first)
    expect(figure([story], "satisfaction")).toBe(satisfaction === "1 of 1" ? "1 of 1" : "no cases")
    expect(figure([story], "reopened")).toBe(reopened)
  })
})

describe("on a scale from 0 to 10", () => {
  const desk = (score: number, scale: readonly [number, number] = [0, 10]) => {
    const { bundle } = Build.policy()
    const channels = { ...bundle.channels, phone: { mode: "active" as const, scale } }
    const d = Spec.desk({ ...Build.policy(), bundle: { ...bundle, channels } })
    d.does(`${MON} 09:00`, "ann", submit({ score }))
    return d
  }
  const scored = (...of: Parameters<typeof desk>) => storiesOf(desk(...of))
  it.each([0, 1, 2, 3, 4, 5, 6])("%i is a detractor", (score) => expect(figure(scored(score), "nps")).toBe("-100 of 1"))
  it.each([7, 8])("%i is neutral", (score) => expect(figure(scored(score), "nps")).toBe("0 of 1"))
  it.each([9, 10])("%i is a promoter", (score) => expect(figure(scored(score), "nps")).toBe("100 of 1"))
  it.each<[number, number]>([
    [0, 5],
    [1, 10]
  ])("an answer from %i to %i does not exist", (low, high) =>
    expect(figure(scored(5, [low, high]), "nps")).toBe("no cases")
  )
  it.each<readonly [says: object, figure: string]>([
    [{}, "0 of 2"],
    [{ again: true }, "100 of 1"],
    [{ from: "B" }, "100 of 1"]
  ])("a further answer in the same case, %j, makes it %s", (says, expected) => {
    const d = desk(10)
    const [first] = d.events()
    const further = {
      event: "feedback-joined",
      at: first?.at,
      receivedAt: first?.at,
      channel: "phone",
      score: 3,
      ...says
    }
    const contacts = { contacts: { contacts: 2, unanswered: 1 } }
    const story = storyOf(d.world().policy, "A", [...d.events(), { ...further, ...contacts } as Case.CaseEvent])
    expect(figure([story], "nps")).toBe(expected)
  })
})

describe("the results of a case count", () => {
  const more = (d: Desk, ...events: readonly object[]) => {
    const further = events.map((event) => ({ at: instant(`${TUE} 10:00`), ...event }) as Case.CaseEvent)
    return storyOf(d.world().policy, "A", [...d.events(), ...further])
  }
  const confirmed = () => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", satisfied)
    return d
  }
  const proposal = { event: "proposal-made", gate: "agreed", round: 1, text: "anew" }
  const planned = { event: "action-planned", gate: "prevented", by: "ann", actions: [{ what: "x", due: "2026-11-20" }] }

  const lives = { opened, told, confirmed }
  it.each<readonly [measure: string, life: keyof typeof lives, event: object, figure: string]>([
    ["response", "opened", { event: "customer-told", by: "ann", channel: "phone", text: "we look at it" }, "1 of 1"],
    ["response", "opened", { ...proposal, by: "ann" }, "1 of 1"],
    ["response", "opened", { event: "gate-passed", gate: "told", by: "ann", evidence: {} }, "1 of 1"],
    ["response", "opened", { ...proposal, by: "ben" }, "0 of 1"],
    ["response", "opened", { event: "note-added", by: "ann", text: "we look at it" }, "0 of 1"],
    ["recurred", "confirmed", { event: "case-linked", to: "B", as: "recurrence" }, "1 of 1"],
    ["recurred", "confirmed", { event: "case-linked", to: "B", as: "earlier" }, "0 of 1"],
    ["recurred", "confirmed", { event: "verification-failed", gate: "verified", reason: "again", case: "B" }, "1 of 1"],
    ["recurred", "confirmed", { event: "verification-failed", gate: "verified", reason: "too few" }, "0 of 1"],
    ["waived", "told", { event: "note-added", by: "ann", text: "seen" }, "0 of 4"],
    ["waived", "told", { event: "gate-lapsed", gate: "confirmed", reason: "silence" }, "0 of 5"],
    ["waived", "told", { event: "gate-explained", gate: "confirmed", by: "ann", reason: "known" }, "0 of 5"],
    ["waived", "told", { event: "gate-waived", gate: "confirmed", by: "dora", reason: "known" }, "1 of 5"],
    ["explained", "told", { event: "gate-explained", gate: "confirmed", by: "ann", reason: "known" }, "1 of 5"]
  ])("%s of a case that is %s, with %j: %s", (measure, life, event, expected) =>
    expect(figure([more(lives[life](), event)], measure)).toBe(expected)
  )

  it("no action that was dropped before its due date", () => {
    const dropped = { event: "gate-reopened", gate: "prevented", reason: "anew" }
    expect(figure([more(told(), planned)], "prevention-on-time")).toBe("0 of 1")
    expect(figure([more(told(), planned, dropped)], "prevention-on-time")).toBe("no cases")
    const late = { ...dropped, at: instant("2026-11-23 10:00") }
    expect(figure([more(told(), planned, late)], "prevention-on-time")).toBe("0 of 1")
  })
  it.each([
    ["compensated", "compensate"],
    ["discounted", "discount"],
    ["resources-granted", "grant"]
  ])("%s as %s", (event, power) => {
    const totals = makeGrantTotals(november)
    totals.take(summaryOf(more(told(), { event, id: "1", amount: 500, by: "ann", reason: "goodwill" })))
    expect(totals.totals()).toMatchObject([{ power, times: 1, sum: 500 }])
  })
})

describe("the measure", () => {
  const rows = [
    ["volume", "受理量", "count"],
    ["classified", "词典识别率", "share"],
    ["timely-response", "响应及时率", "share"],
    ["response", "响应率", "share"],
    ["kept", "承诺兑现率", "share"],
    ["cycle-time", "办理时长", "median"],
    ["resolution", "解决率", "share"],
    ["unconfirmed", "未确认率", "share"],
    ["satisfaction", "满意率", "share"],
    ["nps", "净推荐值", "net"],
    ["first-contact-resolution", "一次解决率", "share"],
    ["reopened", "重开率", "share"],
    ["recurred", "再发率", "share"],
    ["handovers", "移交次数", "mean"],
    ["authority-used", "授权使用率", "share"],
    ["spot-check-failed", "抽查不合格率", "share"],
    ["waived", "豁免率", "share"],
    ["explained", "说明率", "share"],
    ["prevention-on-time", "预防按时率", "share"],
    ["prevention-effective", "预防有效率", "share"],
    ["routine-on-time", "例行按时率", "share"],
    ["routine-late", "例行迟办率", "share"],
    ["routine-missed", "例行漏办率", "share"],
    ["decisions-on-time", "决定按时率", "share"]
  ] as const
  it.each(rows)("%s is named %s in Chinese policies and is a %s", (name, key, shape) => {
    expect([measureKeys[name], measures.find((one) => one.name === name)?.shape]).toEqual([key, shape])
  })
  it("has this place in the report, and there is no other", () =>
    expect(measures.map(({ name }) => name)).toEqual(rows.map(([name]) => name)))
})
