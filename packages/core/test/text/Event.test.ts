import { describe, expect, it } from "vitest"
import type { CaseEvent, EventName } from "../../src/case/Case.ts"
import { Build, Spec } from "../../src/testing/index.ts"
import { accepted, event, events, viewOf } from "../../src/text/Text.ts"
import { workingDays } from "../../src/time/Target.ts"
import { approval, now, samples, view } from "./samples.ts"
import { faults } from "./sentence.ts"

const en = (e: CaseEvent): string => event(e, "en", view)
const zh = (e: CaseEvent): string => event(e, "zh-CN", view)

describe("events", () => {
  it("there is a sample of every event", () => {
    expect(Object.keys(samples).sort()).toEqual([...events].sort())
  })

  it.each(events)("%s is one line in both languages", (name: EventName) => {
    const sample = samples[name] as CaseEvent
    expect(faults(en(sample), "en")).toEqual([])
    expect(faults(zh(sample), "zh-CN")).toEqual([])
    expect(en(sample)).not.toBe(zh(sample))
  })

  it("a regrade says how many customers report the same problem", () => {
    expect(en(samples.regraded)).toBe("priority changed from P2 to P1: 3 customers report the same problem")
    expect(zh(samples.regraded)).toBe("priority 由 P2 改为 P1：3 位客户反映同一问题")
  })

  it("a dimension is called by its title", () => {
    const titled = { ...view, dimensionTitle: () => "Priority of the desk" }
    expect(event(samples.regraded, "en", titled)).toMatch(/^Priority of the desk changed from P2 to P1/)
    expect(event(samples.graded, "en", titled)).toContain("Priority of the desk “P")
    expect(event(samples["demands-reduced"], "en", titled)).not.toContain("priority is lowered")
  })

  it("a name that the policy gives no title is said in words", () => {
    const raised = { ...samples["alarm-raised"], alarm: "third-contact" }
    expect([en(raised), zh(raised)].join()).not.toContain("third-contact")
    expect(en(raised)).toContain("third contact")
    const regraded = { ...samples.regraded, from: "very-low", grade: { ...samples.regraded.grade, level: "very-high" } }
    expect(en(regraded)).toContain("from very low to very high")
    const policy = Build.policy()
    expect(viewOf(policy, "en").title("channel", "web-form")).toBe("web form")
    expect(viewOf(policy, "en").gateTitle("root-cause-found")).toBe("root cause found")
  })

  it("a fact that is yes or no is said in words", () => {
    const e = { ...samples["facts-recorded"], facts: { urgent: true, slow: false } }
    expect(en(e)).toContain("urgent: yes, slow: no")
    expect(zh(e)).toContain("urgent 为是、slow 为否")
  })

  it("a regrade by a person gives the person's reason", () => {
    const e = { ...samples.regraded, grade: { level: "P0", rule: "r", by: "sue" }, reason: "the board asks" }
    expect(en(e)).toBe("sue changed priority from P2 to P0: the board asks")
  })

  it("a deadline says where it stood and where it stands", () => {
    expect(en(samples["deadline-moved"])).toBe(
      "the deadline of “agreed” moved from Fri 20 Nov to Tue 17 Nov 17:00: the facts changed"
    )
    expect(zh(samples["deadline-moved"])).toBe(
      "“agreed”的时限由 11月20日（周五）改为 11月17日（周二）17:00：案件情况有变"
    )
  })

  it("a due of the same day is the time alone, one of another year has its year", () => {
    const started = samples["clock-started"]
    expect(en({ ...started, dueAt: now + 3_600_000 })).toBe("“agreed” is due 10:50 (1 working day)")
    expect(en({ ...started, dueAt: now + 90 * 86_400_000 })).toContain("due Sun 14 Feb 2027 09:50")
    expect(en({ ...started, dueAt: null, target: workingDays(3) })).toContain(
      "started, with no deadline yet (3 working days)"
    )
    expect(en({ ...started, provisional: true })).toContain("provisional")
  })

  it("a timer is called by what it waits for", () => {
    expect(en({ ...samples["clock-met"], clock: "handover:h1" })).toBe("time is up: accepting the handover")
    expect(zh({ ...samples["clock-met"], clock: "silence:confirmed" })).toBe("时限已到：等待客户答复（“confirmed”）")
  })

  it("a request names the limit that it exceeds", () => {
    expect(en(samples["approval-asked"])).toBe(
      "asked supervisor-2 to approve 1,200.00 CNY by 11:30 (limit 500 CNY per case)"
    )
    expect(zh(samples["approval-asked"])).toBe("请 supervisor-2 在 11:30 前批准补偿 1,200.00 CNY（每件限额 500 CNY）")
  })

  it("machines and the custodian are said in words", () => {
    expect(en({ ...samples["gate-passed"], by: "system:policy" })).toBe("“told” passed automatically")
    expect(en({ ...samples["owner-assigned"], owner: "system:custodian" })).toMatch(/^no owner could be found/)
    expect(zh({ ...samples.denied, by: "system:timer", reason: "unanswered" })).toBe("申请被驳回：无人答复")
  })

  it("words that were erased leave a line that still reads", () => {
    const { text: _, ...erased } = samples["customer-wrote"]
    expect(en(erased as unknown as CaseEvent)).toBe("the customer wrote by email: “…”")
  })

  it("an event of a later version is told by its name", () => {
    expect(en({ event: "toString", at: now } as unknown as CaseEvent)).toBe("toString")
  })
})

describe("answers", () => {
  it("over the limit: by whose limit, where it stands, who is asked, until when", () => {
    const asked: CaseEvent = { event: "approval-asked", at: now, approval }
    expect(accepted([asked], "en", view, "compensate")).toBe(
      "over agent-7's limit of 500 CNY per case (policy.yaml:12); supervisor-2 is asked to approve it by 11:30"
    )
    expect(accepted([asked], "zh-CN", view, "compensate")).toBe(
      "超出 agent-7 每件 500 CNY 的限额（policy.yaml:12）；已请 supervisor-2 在 11:30 前审批"
    )
    expect(accepted([asked], "en", view)).toBe(accepted([asked], "en", view, "compensate"))
  })

  it("nothing happened: it says so", () => {
    expect(accepted([], "en", view, "resume")).toBe("nothing changed")
    expect(accepted([samples["gate-opened"]], "zh-CN", view, "resume")).toBe("没有变化")
  })

  it("a case's close is said once, with its outcome", () => {
    const all = [
      samples["gate-passed"],
      samples["customer-loop-closed"],
      samples["system-loop-closed"],
      samples["case-closed"]
    ]
    expect(accepted(all, "en", view, "pass")).toBe("agent-7 passed “told”; case closed: confirmed")
  })

  it("every verb is answered by what it did, at a desk that works a whole complaint", () => {
    const policy = Build.policy()
    const desk = Spec.desk(policy)
    const view = viewOf(policy, "en", "complaint", (id) => Build.people.find((one) => one.id === id)?.name ?? id)
    const answer = (at: string, by: string, command: Parameters<typeof desk.does>[2]): string =>
      accepted(desk.does(at, by, command).step.events, "en", view, command.do)
    expect(answer("2026-11-16 09:00", "ann", Spec.submit())).toMatch(
      /^carl gave feedback by phone: “the report is wrong”; read as a complaint about “report”.*; graded: .*priority “P\d”.*; Ann is handling the case$/
    )
    expect(answer("2026-11-16 09:10", "ann", { do: "pass", gate: "acknowledged" })).toBe("Ann passed “acknowledged”")
    expect(answer("2026-11-16 09:20", "ann", { do: "compensate", amount: 120, reason: "goodwill" })).toMatch(
      /^over Ann's limit of 100 EUR per case \(build\.policy\.yaml:1\); S(?:am|ue) is asked to approve it by /
    )
    expect(answer("2026-11-16 09:30", "ann", { do: "pass", gate: "agreed", proposal: "A new report." })).toBe(
      "Ann made a proposal (round 1): “A new report.”"
    )
    expect(answer("2026-11-16 09:40", "carl", { do: "reply", says: "agree" })).toBe(
      "the customer agreed to the proposal"
    )
    expect(answer("2026-11-16 09:50", "ann", { do: "hand-over", to: "ben", reason: "leave" })).toBe(
      "Ann asked Ben to take over: leave"
    )
    expect(answer("2026-11-16 10:00", "ann", { do: "pause", reason: "waiting-on-customer" })).toBe(
      "“told” is paused from 10:00: waiting for the customer"
    )
  })
})
