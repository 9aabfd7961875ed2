import { describe, expect, it } from "vitest"
import type { Bundle } from "../../../src/bundle/Bundle.ts"
import { bundleOf, clock, head, sound } from "../../compile/Sample.ts"

const slot = (bundle: Bundle, name: string): number => bundle.inputs.findIndex((input) => input.name === name)

describe("clocks", () => {
  it("expands what a gate says in short and lays it over the defaults", () => {
    const bundle = sound("itr-service")
    const agreed = clock(bundle, "agreed", "complaint")
    expect(agreed).toMatchObject({
      gate: "agreed",
      path: "loops.complaint.customer-loop.agreed.within",
      promise: true,
      title: { "zh-CN": "处理方案" },
      from: ["received"],
      metBy: ["passed:agreed"],
      cancelledBy: ["withdrawn", "forwarded", "merged"],
      calendar: "office",
      firstDay: "excluded",
      ends: "close-of-day",
      roll: "none",
      repeats: false,
      pause: { "waiting-on-customer": { _tag: "WorkingDays", days: 10 } },
      extend: {
        times: 1,
        each: { _tag: "WorkingDays", days: 5 },
        approve: ["supervisor", "director"],
        tell: "delayed"
      },
      onRegrade: "recompute",
      onReopen: "resume",
      onNewVersion: "keep",
      manual: "fixed"
    })
    expect(agreed.within?.table).toEqual({
      id: "loops.complaint.customer-loop.agreed.within",
      slots: [slot(bundle, "urgency")],
      rows: ["urgent", "important", "routine"].map((level, code) => ({
        cells: [[code, code + 1]],
        rule: `loops.complaint.customer-loop.agreed.within.${level}`
      }))
    })
    expect(agreed.within?.values).toEqual([
      { _tag: "Elapsed", ms: 86_400_000 },
      { _tag: "WorkingDays", days: 3 },
      { _tag: "WorkingDays", days: 5 }
    ])
    expect(agreed.remind.map(({ rule }) => rule)).toEqual(["clock-defaults.remind.1", "clock-defaults.remind.2"])
    expect(bundle.places["clock-defaults.remind.1"]?.file).toBe("pack:base")
    expect(agreed.escalate).toEqual([
      { at: { _tag: "Due" }, notify: ["supervisor"], send: "overdue", rule: "clock-defaults.escalate.1" },
      {
        at: { _tag: "After", by: { _tag: "Working", ms: 14_400_000 } },
        notify: ["director"],
        send: "overdue",
        rule: "clock-defaults.escalate.2"
      }
    ])
    expect(bundle.places["clock-defaults.escalate.2"]?.file).toBe("itr-service.policy.yaml")
  })

  it("appears once for each loop that has its gate", () => {
    const bundle = sound("itr-service")
    expect(bundle.clocks.filter(({ name }) => name === "receipted").map(({ loop }) => loop)).toEqual([
      "suggestion",
      "complaint"
    ])
  })

  it("takes what `clocks` says of a gate, of one loop alone where it says so", () => {
    const bundle = bundleOf(`${head}clocks:
  told: { pause: never }
  complaint.told: { within: 20 days, on-regrade: keep }
`)
    expect(clock(bundle, "told", "complaint")).toMatchObject({
      pause: {},
      onRegrade: "keep",
      path: "clocks.complaint.told.within"
    })
    expect(clock(bundle, "told", "complaint").within?.values).toEqual([{ _tag: "Civil", months: 0, days: 20 }])
    expect(clock(bundle, "told", "inquiry")).toMatchObject({ pause: {}, onRegrade: "recompute" })
    expect(clock(bundle, "told", "inquiry").path).toBe("loops.inquiry.customer-loop.told.within")
  })

  it("reads starts and ends as triggers", () => {
    const bundle = sound("uk-fca-disp")
    expect(clock(bundle, "eight-weeks", "complaint")).toMatchObject({
      from: ["received"],
      metBy: ["passed:final-response", "passed:holding-sent"],
      promise: true,
      calendar: "business",
      basis: "DISP 1.6.2R"
    })
    expect(clock(bundle, "after-holding", "complaint")).toMatchObject({
      from: ["gate:holding-sent"],
      until: "answer-expected-on"
    })
    expect(clock(bundle, "keep-informed", "complaint")).toMatchObject({
      from: ["gate:acknowledged"],
      metBy: ["told-customer"],
      repeats: true
    })
    expect(clock(bundle, "referral-window", "complaint")).toMatchObject({
      from: ["gate:final-response", "gate:summary-sent"],
      metBy: [],
      promise: false
    })
    expect(clock(bundle, "summary-sent", "complaint")).toMatchObject({
      from: ["gate:accepted-early"],
      basis: "DISP 1.5.4R"
    })
    const others = bundleOf(`${head}facts: { promised-on: date }
events: [shipped]
clocks:
  a: { from: [shipped, promised-on, logged], within: 2 days }
  b: { from: a, within: 2 days, cancelled-by: [shipped, told] }
`)
    expect(clock(others, "a").from).toEqual(["event:shipped", "fact:promised-on", "logged"])
    expect(clock(others, "b")).toMatchObject({ from: ["clock:a"], cancelledBy: ["event:shipped", "passed:told"] })
  })
})

describe("gates", () => {
  it("lays a gate over the defaults and keeps only what its kind owns", () => {
    const { loops } = sound("itr-service")
    const gate = (loop: string, name: string) =>
      loops.find((each) => each.name === loop)?.gates.find((each) => each.name === name)
    expect(gate("complaint", "investigated")).toMatchObject({
      kind: "root-cause",
      side: "system-loop",
      by: ["owner"],
      after: ["acknowledged"],
      signOff: ["departments"],
      method: ["five-whys", "fishbone"],
      depth: 3,
      evidence: "optional",
      surfaceCauses: ["操作失误", "员工疏忽", "态度问题"],
      orExplain: { by: ["supervisor"], fields: [] },
      outOfOrder: "refused",
      optional: false
    })
    expect(gate("complaint", "told")).not.toHaveProperty("smart")
    expect(gate("complaint", "prevented")).toMatchObject({ smart: true })
    expect(gate("complaint", "confirmed")).toMatchObject({
      survey: "rating",
      silence: { after: { _tag: "WorkingDays", days: 5 }, attempts: 2, closes: "customer-loop" }
    })
    expect(gate("suggestion", "decided")).toMatchObject({ oneOf: ["adopted", "later", "declined"] })
  })

  it("makes a door that shuts optional, and a lane that replaces others", () => {
    const early = sound("uk-fca-disp")
      .loops.find(({ name }) => name === "complaint")
      ?.gates.find(({ name }) => name === "accepted-early")
    expect(early).toMatchObject({
      optional: true,
      insteadOf: ["holding-sent", "final-response"],
      by: ["customer", "owner"]
    })
    expect(early?.onlyWithin?.values).toEqual([{ _tag: "WorkingDays", days: 3 }])
  })
})
