/** Removing demands of a case is a decision, by whatever command: another kind, facts, another loop or version. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { days, hours, policy, rootCause, type Wishes } from "../../src/testing/Build.ts"
import { defaultGrading } from "../../src/testing/Defaults.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"
const ack: Command = { do: "pass", gate: "acknowledged" }
const idea: Command = { do: "reclassify", kind: "inquiry", category: "other", reason: "only a question" }
/** Graded P1, which no agent may regrade. */
const urgent = { facts: { urgent: true } }
const slow: Command = { do: "set", facts: { slow: true }, reason: "there is time" }

/** A complaint about a report, graded P2, which demands an investigation. */
const opened = (wishes: Wishes = {}, more: Parameters<typeof submit>[0] = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit(more))
  return d
}

const standsAsBefore = (d: TestDesk, act: () => void): void => {
  const before = d.events().filter(({ event }) => event !== "command-refused")
  act()
  expect(d.events().filter(({ event }) => event !== "command-refused")).toEqual(before)
}

describe("another kind, category or loop", () => {
  it("F-R3 · an owner who may neither waive nor regrade cannot remove a gate by reclassifying", () => {
    const d = opened()
    d.does(`${MON} 09:10`, "ann", ack)
    standsAsBefore(d, () => {
      const { step } = d
        .send(`${MON} 09:20`, "ann", idea)
        .rejects("authority/gate-lost")
        .rejects("authority.limits.agent")
      expect(step.refusal?.needs).toEqual({ role: "director", people: ["dora"] })
      const lost = step.refusal?.reasons.flatMap(({ says }) => says["gate"] ?? [])
      expect(lost).toEqual(["agreed", "corrected", "confirmed", "investigated"])
      expect(step.refusal?.reasons[0]?.says).toMatchObject({ actor: "ann", roles: ["director"] })
    })
    expect([d.case().lifecycle.loop, d.gate("investigated")]).toEqual(["complaint", "open"])
    expect(d.named("command-refused")).toMatchObject([{ asked: "reclassify", by: "ann" }])
  })
  it("F-R3 · nor if the grade stays as strong as it was", () => {
    const d = opened({}, urgent)
    d.send(`${MON} 09:20`, "ann", { do: "reclassify", kind: "inquiry", reason: "only a question" }).rejects(
      "authority/gate-lost"
    )
    expect(d.case().grades["priority"]?.level).toBe("P1")
  })
  it("F-R3 · a weaker grade needs the authority to regrade, for the levels before and after", () => {
    const d = opened({
      limits: [
        { role: "agent", regrade: ["P3"] },
        { role: "supervisor", regrade: "all" }
      ]
    })
    const billing: Command = { do: "reclassify", category: "billing", reason: "about money" }
    d.send(`${MON} 09:10`, "ann", billing).rejects("authority/grade-weaker").rejects("authority.limits.agent.regrade")
    d.does(`${MON} 09:20`, "sam", billing).emits(
      "reclassified",
      { event: "regraded", dimension: "priority" },
      {
        event: "demands-reduced",
        by: "sam",
        gates: ["investigated"],
        grades: [
          { dimension: "urgency", from: "important", to: "routine" },
          { dimension: "priority", from: "P2", to: "P3" }
        ],
        powers: ["regrade"],
        reason: "about money",
        why: "authority.limits.supervisor"
      }
    )
  })
  it("F-R3 · whoever may waive does it with a reason; it is recorded, may be drawn, and counts as waiving", () => {
    const spotCheck = { share: 1, of: ["waive"], by: ["quality"] } as const
    const d = opened({ spotCheck, apart: ["waive", "compensate"] })
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 09:20`, "dora", idea).emits(
      { event: "loop-chosen", loop: "inquiry" },
      { event: "demands-reduced", by: "dora", gates: ["agreed", "corrected", "confirmed", "investigated"] },
      { event: "spot-check-drawn", of: "waive", by: "dora", person: "quinn" }
    )
    d.send(`${MON} 09:30`, "dora", { do: "compensate", amount: 10, reason: "sorry" }).rejects("authority/apart")
  })
  it("F-R3 · the answer to a review is the first classification: it needs only `review-by`, and is recorded", () => {
    const d = opened({ only: ["told", "confirmed"] }, { verbatim: "the thing" })
    expect(d.case().feedback.review).toBe("supervisor")
    d.send(`${MON} 09:10`, "ann", idea).rejects("authority/gate-lost")
    d.does(`${MON} 09:20`, "sam", idea).emits("reclassified", {
      event: "demands-reduced",
      by: "sam",
      powers: [],
      why: "dictionary.review-by"
    })
  })
  it("F-R3 · unless somebody has passed a gate or granted something by the classification before", () => {
    const passed = opened({}, { verbatim: "the thing" })
    passed.does(`${MON} 09:10`, "ann", ack)
    passed.send(`${MON} 09:20`, "sam", idea).rejects("authority/gate-lost")
    const given = opened({}, { verbatim: "the thing" })
    given.does(`${MON} 09:10`, "ann", { do: "compensate", amount: 20, reason: "sorry" })
    given.send(`${MON} 09:20`, "sam", idea).rejects("authority/gate-lost")
  })
  it("a second correction is not such an answer, since the review is answered", () => {
    const d = opened({}, { verbatim: "the thing" })
    d.does(`${MON} 09:10`, "sam", { do: "reclassify", category: "report", reason: "read it" })
    d.send(`${MON} 09:20`, "sam", idea).rejects("authority/gate-lost")
  })
  it("a change after which a case demands more, or as much, needs no authority", () => {
    const d = opened({}, { verbatim: "the invoice is wrong" })
    d.does(`${MON} 09:10`, "ann", { do: "reclassify", category: "report", reason: "it is the report" }).without(
      "demands-reduced"
    )
    d.does(`${MON} 09:20`, "ann", { do: "set", facts: { urgent: true } }).without("demands-reduced")
  })
  it("fewer departments to sign an open gate is a removed demand", () => {
    const wishes: Wishes = { gates: { investigated: { signOff: ["departments"], when: { kind: "complaint" } } } }
    const d = opened(wishes, { verbatim: "the report and the invoice are wrong, the report most" })
    d.does(`${MON} 09:10`, "ann", ack)
    const { understanding } = d.case().feedback
    expect(new Set(understanding?.hits.map(({ category }) => category))).toEqual(new Set(["report", "billing"]))
    d.does(`${MON} 09:20`, "ann", { do: "hand-over", to: "sue", reason: "hers" })
    expect(d.named("demands-reduced")).toEqual([])
  })
  it.each<readonly [shown: string, by: string, command: Command]>([
    ["passed", "ann", ack],
    ["waived", "dora", { do: "waive", gate: "acknowledged", reason: "known" }],
    ["explained", "ann", { do: "explain", gate: "acknowledged", reason: "known" }]
  ])("a gate for classification is no way around it either, once a gate was %s", (shown, by, command) => {
    const wishes: Wishes = {
      only: ["acknowledged", "sorted", "told", "investigated"],
      gates: { acknowledged: { kind: "acknowledgement", orExplain: {} }, sorted: { kind: "classification" } }
    }
    const d = opened(wishes)
    const sorted: Command = { do: "pass", gate: "sorted", category: "billing", reason: "about money" }
    d.does(`${MON} 09:10`, by, command)
    expect(d.gate("acknowledged")).toBe(shown)
    d.send(`${MON} 09:20`, "ann", sorted).rejects("authority/gate-lost")
    const first = opened(wishes)
    first.does(`${MON} 09:20`, "ann", sorted).emits({ event: "demands-reduced", gates: ["investigated"] })
  })
})

describe("a deadline", () => {
  const only = { only: ["told"], gates: { told: { after: [] } } } as const
  const lost = "authority/deadline-later"

  it("F-R3 · is not lost in another loop with the same gates", () => {
    const inquiry = { when: { kind: "inquiry" }, customer: { told: { kind: "result", after: [] } } } as const
    const { step } = opened({ ...only, loops: { inquiry } }, urgent).send(`${MON} 09:10`, "ann", {
      do: "reclassify",
      kind: "inquiry",
      reason: "only a question"
    })
    const reasons = step.refusal?.reasons.map(({ code, says }) => [code, says["clock"]])
    expect(reasons).toEqual([
      [lost, "acknowledged"],
      [lost, "told"]
    ])
  })
  it("F-R3 · is neither lost nor later under another version with the same gates", () => {
    const move: Command = { do: "move-policy", reason: "the new version" }
    const promised = (length: number, onNewVersion: "keep" | "recompute" = "keep") => ({
      promised: { metBy: ["passed:told"], within: hours(length), onNewVersion } as const
    })
    const to = (clocks: Wishes["clocks"]) =>
      opened({ ...only, clocks: promised(8) }, urgent).send(`${MON} 09:10`, "ann", move, {
        under: policy({ ...only, clocks: clocks ?? {}, version: "build-2" })
      })
    to({}).rejects(lost)
    to(promised(16, "recompute")).rejects(lost)
    for (const same of [promised(16), promised(8, "recompute")])
      to(same).emits("policy-moved").without("demands-reduced")
  })
})

describe("a part that is split off", () => {
  const text = "the report is wrong, and it caught fire"
  const as = (more: object): Command => ({ do: "split", text, reason: "another matter", ...more })
  it("F-R3 · is not named weaker than its words read without the authority for it", () => {
    const d = opened()
    standsAsBefore(d, () => {
      d.send(`${MON} 09:10`, "ann", as({ kind: "inquiry" })).rejects("authority/gate-lost")
      d.send(`${MON} 09:10`, "ann", { do: "split", text: "the report is late", category: "billing" }).rejects(
        "reason/missing"
      )
      d.send(`${MON} 09:10`, "ann", { do: "split", text: "the report is late", facts: { slow: true } }).rejects(
        "reason/missing"
      )
    })
    expect(d.send(`${MON} 09:10`, "ann", as({ kind: "inquiry" })).step.refusal?.needs?.role).toBe("director")
    d.does(`${MON} 09:20`, "dora", as({ kind: "inquiry" })).emits("case-split", {
      event: "demands-reduced",
      by: "dora",
      part: "A-6",
      reason: "another matter"
    })
    d.does(`${MON} 09:30`, "ann", as({})).without("demands-reduced")
    d.does(`${MON} 09:40`, "ann", as({ category: "report", facts: { urgent: true } })).without("demands-reduced")
  })
  it("a role that may only waive is not named for a gate that has passed, because it can no longer be waived", () => {
    const waive = ["acknowledged", "agreed"]
    const d = opened({ limits: [{ role: "agent" }, { role: "quality", waive }] })
    const named = (at: string) =>
      (d.send(at, "ann", as({ kind: "inquiry" })).step.refusal?.reasons ?? []).flatMap(({ says }) =>
        (says["roles"] as readonly string[]).length > 0 ? [[says["gate"], says["roles"]]] : []
      )
    expect(named(`${MON} 09:10`)).toEqual([
      ["acknowledged", ["quality"]],
      ["agreed", ["quality"]]
    ])
    d.does(`${MON} 09:20`, "ann", ack)
    expect(named(`${MON} 09:30`)).toEqual([["agreed", ["quality"]]])
  })
  it("what its words do not tell is named by whoever reviews, and by others if that removes nothing", () => {
    const d = opened()
    const unclear = { do: "split", text: "the thing", kind: "inquiry", reason: "a question" } as const
    d.send(`${MON} 09:10`, "ann", unclear).rejects("authority/gate-lost")
    d.does(`${MON} 09:20`, "sam", unclear).without("demands-reduced")
    d.does(`${MON} 09:30`, "ann", { do: "split", text: "the thing", category: "report" })
  })
})

describe("facts", () => {
  it("F-R4 · a fact that grades lower needs the authority to regrade, and for an open gate to waive", () => {
    const d = opened({}, urgent)
    const calm: Command = { do: "set", facts: { urgent: false }, reason: "not so urgent" }
    standsAsBefore(d, () => {
      d.send(`${MON} 09:10`, "ann", calm).rejects("authority/grade-weaker")
    })
    d.does(`${MON} 09:20`, "sam", calm).emits({ event: "demands-reduced", powers: ["regrade"] })
    d.does(`${MON} 09:30`, "ann", ack)
    d.send(`${MON} 09:40`, "sam", slow).rejects("authority/gate-lost")
  })
  it("F-R4 · a direct regrade leaves an open gate open, so a fact does not remove it either", () => {
    const graded = opened({}, urgent)
    graded.does(`${MON} 09:30`, "ann", ack)
    expect(graded.case().gates["investigated"]?.status).toBe("open")
    graded.does(`${MON} 09:40`, "sam", { do: "regrade", to: "routine", reason: "there is time" })
    expect(graded.case().gates["investigated"]?.status).toBe("open")
  })
  it("F-R4 · such a fact needs a reason", () => {
    const d = opened()
    d.send(`${MON} 09:10`, "dora", { do: "set", facts: { slow: true } }).rejects("reason/missing")
  })
  it("F-R4 · the host may set it, and that is recorded", () => {
    const d = opened()
    d.does(`${MON} 09:10`, "system:host", { do: "set", facts: { slow: true } }).emits({
      event: "demands-reduced",
      by: "system:host",
      powers: [],
      reason: "facts"
    })
  })
  it("F-R4 · the fields of a gate are its evidence; other facts set with it are not", () => {
    const wishes: Wishes = { gates: { checked: { kind: "record", fields: ["slow"] } } }
    const d = opened(wishes)
    const record = (fields: Record<string, boolean>): Command => ({ do: "pass", gate: "checked", fields })
    d.send(`${MON} 09:10`, "ann", record({ slow: true, urgent: false })).rejects("reason/missing")
    d.does(`${MON} 09:20`, "ann", record({ slow: true })).emits("facts-recorded", {
      event: "gate-passed",
      gate: "checked"
    })
    expect(d.case().grades["priority"]?.level).toBe("P3")
  })
  it("F-R4 · a milder cause removes what the stronger one demanded", () => {
    const d = opened({}, { facts: { slow: true } })
    d.does(`${MON} 09:10`, "ann", { do: "set", cause: "systemic" })
    d.does(`${MON} 09:20`, "ann", ack)
    d.send(`${MON} 09:30`, "ann", { do: "set", cause: "incidental", reason: "once" }).rejects("authority/gate-lost")
    d.does(`${MON} 09:40`, "ann", { do: "pass", gate: "investigated", ...rootCause, cause: "incidental" })
    expect(d.gate("prevented")).toBe("not-needed")
  })
  it("F-R4 · a later date needs somebody who may extend", () => {
    const promised = { until: "promised-by", metBy: ["passed:told"] }
    const extend = { times: 1, each: days(2), approve: ["supervisor"] }
    const by = (date: string): Command => ({ do: "set", facts: { "promised-by": date }, reason: "agreed" })
    const d = opened({ clocks: { promised: { ...promised, extend } } }, { facts: { "promised-by": "2026-11-20" } })
    d.send(`${MON} 09:10`, "ann", by("2026-11-30")).rejects("authority/deadline-later")
    d.send(`${MON} 09:10`, "dora", by("2026-12-30")).rejects("authority/deadline-later")
    d.does(`${MON} 09:10`, "ann", by("2026-11-19"))
    d.does(`${MON} 09:20`, "sam", by("2026-11-30")).emits({
      event: "demands-reduced",
      clocks: [{ clock: "promised" }],
      powers: ["extend"]
    })
    const fixed = opened({ clocks: { promised } }, { facts: { ...urgent.facts, "promised-by": "2026-11-20" } })
    fixed.send(`${MON} 09:10`, "ann", by("2026-11-30")).rejects("authority/deadline-later")
    fixed.does(`${MON} 09:20`, "dora", by("2026-11-30")).emits("demands-reduced")
  })
  it("F-R4 · facts set while a case is closed count after its reopening, and need the same authority", () => {
    const wishes: Wishes = { only: ["told"], gates: { told: { after: [] } } }
    const supervisor = { role: "supervisor", regrade: "all" } as const
    const d = opened({ ...wishes, limits: [{ role: "agent", close: "all" }, supervisor] }, urgent)
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "told", result: "done" }).emits("case-closed")
    const calm: Command = { do: "set", facts: { urgent: false }, reason: "not so urgent" }
    d.send(`${MON} 09:20`, "ann", calm).rejects("authority/grade-weaker")
    d.does(`${MON} 09:30`, "sam", calm).emits({ event: "demands-reduced", by: "sam", powers: ["regrade"] })
  })
  it("F-R4 · a passed gate is demanded again after a reopening, so its condition cannot be removed before", () => {
    const d = opened({ gates: { checked: { kind: "record", when: { line: "erp" } } } })
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "checked" })
    const other: Command = { do: "set", facts: { line: "data" }, reason: "another line" }
    d.send(`${MON} 09:20`, "ann", other).rejects("authority/gate-lost")
    d.does(`${MON} 09:20`, "dora", other).emits({ event: "demands-reduced", gates: ["checked"] })
  })
  it("a pause that ends with the customer's message moves a deadline by its own rule, and needs no authority", () => {
    const pause = { "waiting-on-customer": days(10) }
    const told = { gate: "told", metBy: ["passed:told"], within: hours(8), pause }
    const d = opened({ clocks: { told } }, { ...urgent, verbatim: "the thing" })
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 09:20`, "ann", { do: "pause", reason: "waiting-on-customer" })
    d.does(`${MON} 12:00`, "carl", { do: "write", text: "the report, I am disappointed" })
      .emits("customer-wrote")
      .without("demands-reduced")
  })
  it("F-R4 · a pause hides no later deadline", () => {
    const within = [{ when: { line: "erp" }, gives: hours(8) }, { gives: hours(40) }]
    const pause = { "waiting-on-customer": days(10) }
    const d = opened({ clocks: { told: { gate: "told", metBy: ["passed:told"], within, pause } } }, urgent)
    d.does(`${MON} 09:10`, "ann", { do: "pause", reason: "waiting-on-customer" })
    d.send(`${MON} 09:20`, "ann", { do: "set", facts: { line: "data" }, reason: "so it is" }).rejects(
      "authority/deadline-later"
    )
  })
  it("F-R4 · a condition that becomes false ends no deadline, unless another promise covers the same", () => {
    const of = (name: string, line: string, length: number): Wishes["clocks"] => ({
      [name]: { when: { line }, metBy: ["passed:told"], within: hours(length) }
    })
    const other: Command = { do: "set", facts: { line: "data" }, reason: "so it is" }
    opened({ clocks: of("erp", "erp", 8) ?? {} }, urgent)
      .send(`${MON} 09:10`, "ann", other)
      .rejects("authority/deadline-later")
    for (const length of [4, 8])
      opened({ clocks: { ...of("erp", "erp", 8), ...of("data", "data", length) } }, urgent)
        .does(`${MON} 09:10`, "ann", other)
        .without("demands-reduced")
    opened({ clocks: { ...of("erp", "erp", 8), ...of("data", "data", 16) } }, urgent)
      .send(`${MON} 09:10`, "ann", other)
      .rejects("authority/deadline-later")
  })
  it("F-R4 · nor does a length that no row gives to such a case", () => {
    const told = { metBy: ["passed:told"], within: [{ when: { line: "erp" }, gives: hours(8) }] }
    opened({ clocks: { told } }, urgent)
      .send(`${MON} 09:10`, "ann", { do: "set", facts: { line: "data" }, reason: "so it is" })
      .rejects("authority/deadline-later")
  })
})

describe("what others report", () => {
  const said = { channel: "phone", contacts: 2, unanswered: 1 }
  it("F-R4 · facts in a repetition that would grade lower are kept back", () => {
    const wishes: Wishes = {
      facts: { brand: { type: { _tag: "Flag" }, kind: "yes-no" } },
      grading: {
        ...defaultGrading,
        priority: {
          levels: ["P0", "P1", "P2"],
          rules: [{ when: { brand: { unknown: true } }, gives: "P0" }, { gives: "P1" }]
        }
      }
    }
    const d = opened(wishes)
    d.does(`${MON} 10:00`, "carl", { do: "join", ...said, verbatim: "the report is wrong", facts: { brand: false } })
      .emits("feedback-joined", { event: "facts-suggested", facts: { brand: false } })
      .without("facts-recorded", "regraded")
    expect([d.case().grades["priority"]?.level, d.case().feedback.facts["brand"]]).toEqual(["P0", undefined])
  })
  it("words that read milder after somebody has relied on the first reading are only suggested", () => {
    const d = opened({}, { verbatim: "the thing" })
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${TUE} 09:20`, "carl", { do: "write", text: "how do I read the report, how do I print the report" })
      .emits("customer-wrote")
      .without("loop-chosen")
    expect(d.case().lifecycle.loop).toBe("complaint")
    const fresh = opened({}, { verbatim: "the thing" })
    fresh.does(`${TUE} 09:20`, "carl", { do: "write", text: "how do I read the report, how do I print the report" })
    expect(fresh.case().lifecycle.loop).toBe("inquiry")
  })
})

describe("another version", () => {
  it("F-R3 · a case is moved to a version with fewer demands only by somebody who may waive and regrade, or by the host", () => {
    const under = policy({ only: ["acknowledged", "told"], version: "build-2" })
    const move: Command = { do: "move-policy", reason: "the new version" }
    const d = opened()
    d.send(`${MON} 09:10`, "ann", move, { under }).rejects("authority/gate-lost")
    expect(d.case().policy?.content).toBe("build-1")
    d.does(`${MON} 09:20`, "dora", move, { under }).emits("policy-moved", { event: "demands-reduced", by: "dora" })
    const byHost = opened()
    byHost.does(`${MON} 09:20`, "system:host", move, { under }).emits({ event: "demands-reduced", by: "system:host" })
  })
})
