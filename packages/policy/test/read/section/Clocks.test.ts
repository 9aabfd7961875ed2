import { describe, expect, it } from "vitest"
import type { Bundle } from "../../../src/bundle/Bundle.ts"
import { bundleOf, clock, findings, head, sound } from "../../compile/Sample.ts"

const slot = (bundle: Bundle, name: string): number => bundle.inputs.findIndex((input) => input.name === name)

describe("clocks", () => {
  it("include the short clock of a gate, merged over the defaults", () => {
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
      { at: { _tag: "Due" }, notify: ["supervisor"], rule: "clock-defaults.escalate.1" },
      {
        at: { _tag: "After", by: { _tag: "Working", ms: 14_400_000 } },
        notify: ["director"],
        rule: "clock-defaults.escalate.2"
      }
    ])
    expect(bundle.places["clock-defaults.escalate.2"]?.file).toBe("itr-service.policy.yaml")
  })

  it("appear once for each loop that has their gate", () => {
    const bundle = sound("itr-service")
    expect(bundle.clocks.filter(({ name }) => name === "receipted").map(({ loop }) => loop)).toEqual([
      "suggestion",
      "complaint"
    ])
  })

  it("take what `clocks` says of a gate, for a single loop if it says so", () => {
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

  it("have their starts and ends as triggers", () => {
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

describe("F-W2 · what ends a pause", () => {
  const codes = (more: string): readonly string[] =>
    findings(`${head}${more}`).map(({ code, message: { en } }) => `${code} ${en}`)

  it("is given for each reason, in either key language; in the base pack any message of the customer ends the wait for them", () => {
    const own = bundleOf(`${head}events: [delivered]
clocks:
  told:
    pause: { waiting-on-customer: 3 days, waiting-on-vendor: 2 days, waiting-for-stock: 1 day }
    resumed-by: { waiting-on-vendor: [delivered, told-customer], waiting-for-stock: acknowledged }
`)
    expect(clock(own, "told", "complaint").resumedBy).toEqual({
      "waiting-on-customer": ["customer-wrote"],
      "waiting-on-vendor": ["event:delivered", "told-customer"],
      "waiting-for-stock": ["passed:acknowledged"]
    })
    const chinese = bundleOf(`闭环: 1
策略: shop
语言: zh-CN
继承: [pack:starter]
时区: Asia/Shanghai
币种: CNY
事件: [到货]
时钟: { told: { 暂停: { 等到货: 3 天 }, 恢复于: { 等到货: 到货 } } }
`)
    expect(clock(chinese, "told", "complaint").resumedBy).toMatchObject({ 等到货: ["event:到货"] })
    const none = bundleOf(`${head}clock-defaults: { resumed-by: { waiting-on-customer: removed } }
`)
    expect(clock(none, "told", "complaint").resumedBy).toEqual({})
  })
  it("is checked: reasons that pause nothing, undeclared names, moments that never come", () => {
    const told = (by: string): string =>
      `clocks: { told: { pause: { waiting-on-vendor: 2 days }, resumed-by: { ${by} } } }`
    expect(codes(told("waiting-on-vendr: customer-wrote"))).toEqual([
      "name/unknown there is no reason to pause called `waiting-on-vendr`"
    ])
    expect(codes(told("waiting-on-vendor: deliverd"))).toEqual([expect.stringMatching(/^name\/unknown .*`deliverd`/)])
    expect(codes(told("waiting-on-vendor: withdrawn"))).toEqual([
      expect.stringMatching(/^clock\/never-happens .*`resumed-by`/)
    ])
    expect(codes("clock-defaults: { resumed-by: { waiting-on-weather: customer-wrote } }")).toEqual([
      "name/unknown there is no reason to pause called `waiting-on-weather`"
    ])
  })
})

describe("gates", () => {
  it("have the defaults of the policy, and only the keys of their kind", () => {
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
