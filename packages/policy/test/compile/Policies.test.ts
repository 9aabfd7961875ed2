/** Whole policies: they compile, and the parts of the bundle that are easily wrong are as the language says. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Table } from "@hearback/core"
import { describe, expect, it } from "vitest"
import { parseDocument } from "yaml"
import { compileFile } from "../../src/index.ts"
import type { Bundle, ClockRule } from "../../src/model.ts"
import { bundleOf, compiled, head, line } from "./Desk.ts"

const root = join(import.meta.dirname, "../..")
const fixture = (name: string) => compileFile(join(root, "test/fixtures", `${name}.policy.yaml`))
const pack = (name: string) => compileFile(join(root, "packs", `${name}.policy.yaml`))
const sound = (name: string): Bundle => {
  const { bundle, diagnostics } = fixture(name)
  if (bundle === undefined) throw new Error(diagnostics.map(line).join("\n"))
  return bundle
}
const clock = (bundle: Bundle, name: string, loop?: string): ClockRule => {
  const found = bundle.clocks.find((each) => each.name === name && each.loop === loop)
  if (found === undefined) throw new Error(`no clock ${name}`)
  return found
}
const slot = (bundle: Bundle, name: string): number => bundle.inputs.findIndex((input) => input.name === name)

describe("complete policies", () => {
  it.each(["first", "itr-service", "quality-closed-loop", "uk-fca-disp"])("%s compiles without an error", (name) => {
    const { bundle, diagnostics } = fixture(name)
    expect(diagnostics.filter(({ level }) => level === "error").map(line)).toEqual([])
    expect(diagnostics.filter(({ code }) => code !== "language/not-yet").map(line)).toEqual([])
    expect(bundle?.id).toBe(name)
  })

  it.each([
    ["base", ["`time-zone`", "a loop for `complaint`"]],
    ["starter", ["`time-zone`"]],
    ["iso-10002", ["`time-zone`", "a loop for `complaint`"]]
  ])("pack %s compiles and says what it leaves open", (name, open) => {
    const { bundle, diagnostics } = pack(name)
    const told = diagnostics.filter(({ code }) => code !== "language/not-yet")
    expect(told.map(({ level, code }) => `${level} ${code}`)).toEqual(open.map(() => "info pack/left-open"))
    for (const [index, what] of open.entries()) expect(told[index]?.message.en).toContain(what)
    expect(bundle).toBeDefined()
  })

  it("is plain JSON and the same each time", () => {
    const [one, two] = [sound("itr-service"), sound("itr-service")]
    expect(JSON.parse(JSON.stringify(one))).toEqual(one)
    expect(two).toEqual(one)
  })

  it("costs no more than five times the bare reading of its YAML", () => {
    const path = join(root, "test/fixtures/itr-service.policy.yaml")
    const texts = compileFile(path).files.map(({ text }) => text)
    expect(texts).toContain(readFileSync(path, "utf8"))
    const best = (run: () => unknown) =>
      Math.min(
        ...Array.from({ length: 12 }, () => {
          const began = performance.now()
          run()
          return performance.now() - began
        })
      )
    const ratio = best(() => compileFile(path)) / best(() => texts.map((text) => parseDocument(text)))
    expect(ratio).toBeLessThan(5)
  })
})

describe("places", () => {
  it("says where the value that won was written, in whichever file", () => {
    const { places, clocks } = sound("first")
    expect(places["clocks.agreed.within"]).toEqual({ file: "first.policy.yaml", line: 11, column: 29 })
    expect(clocks.find(({ name }) => name === "agreed")?.path).toBe("clocks.agreed.within")
    expect(places["loops.complaint.customer-loop.told.after"]?.file).toBe("pack:starter")
    expect(places["dictionary.negation.2"]?.file).toBe("pack:base")
    expect(places["authority.limits.agent.compensate.per-case"]).toMatchObject({ file: "first.policy.yaml", line: 12 })
    expect(places["authority.limits.supervisor.compensate.per-case"]?.file).toBe("pack:starter")
    expect(places["dictionary.categories.billing"]).toMatchObject({ file: "first.policy.yaml", line: 9 })
    expect(places["dictionary.categories.other"]?.file).toBe("pack:starter")
    expect(places["ownership.first-owner"]?.file).toBe("pack:starter")
  })

  it("has every rule that a table, clock, gate or reminder names", () => {
    for (const name of ["first", "itr-service", "quality-closed-loop", "uk-fca-disp"]) {
      const bundle = sound(name)
      const rules: string[] = []
      const visit = (value: unknown): void => {
        if (typeof value !== "object" || value === null) return
        for (const [key, each] of Object.entries(value)) {
          if ((key === "rule" || key === "path") && typeof each === "string") rules.push(each)
          visit(each)
        }
      }
      visit({ ...bundle, places: {} })
      expect(rules.length).toBeGreaterThan(50)
      expect(rules.filter((rule) => bundle.places[rule] === undefined)).toEqual([])
    }
  })
})

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

describe("conditions", () => {
  it("hears signals one by one", () => {
    const bundle = bundleOf(`${head}dictionary:
  signals: { safety: { words: [fire] }, press: { words: [newspaper] } }
grading:
  severity:
    levels: [high, low]
    rules:
      - { when: { signal: [safety, press] }, then: high }
      - { when: { signal: { not: [safety, vague] } }, then: low }
      - { otherwise: high }
`)
    const severity = bundle.grading.find(({ name }) => name === "severity")
    const rules = severity?.table.table.rows.map(({ rule }) => rule.split(".").at(-1))
    expect(rules).toEqual(["1", "1", "2", "3"])
    expect(severity?.table.values).toEqual(["high", "high", "low", "high"].map((level) => ({ level })))
    const decide = (...heard: readonly string[]) => {
      const inputs = bundle.inputs.map(({ name }) => (heard.some((signal) => name === `signal.${signal}`) ? 1 : 0))
      return severity?.table.table.rows[Table.interpret(severity.table.table, inputs)]?.rule.split(".").at(-1)
    }
    expect([decide("safety"), decide("press"), decide(), decide("vague")]).toEqual(["1", "1", "2", "3"])
  })

  it("orders dimensions so that each reads only those before it", () => {
    const order = sound("quality-closed-loop").grading.map(({ name }) => name)
    expect(order).toEqual(["impact", "urgency", "priority"])
  })

  it("gives every cell of a matrix its own rule", () => {
    const priority = sound("itr-service").grading.find(({ name }) => name === "priority")
    expect(priority?.by).toBe("matrix")
    expect(priority?.table.table.rows.map(({ rule }) => rule)).toContain("grading.priority.matrix.urgent.group")
    expect(priority?.table.table.rows).toHaveLength(9)
    expect(priority?.lift).toMatchObject([{ up: 1, rule: "grading.priority.lift.1" }])
  })

  it("reads score bands over the score alone", () => {
    const nps = sound("itr-service").channels["nps"]
    const kind = (score: number) => {
      const row = Table.interpret(nps?.kindByScore?.table ?? { id: "", slots: [], rows: [] }, [score * 100])
      return nps?.kindByScore?.values[row] ?? "rating"
    }
    expect([0, 6, 7, 8, 9, 10].map(kind)).toEqual(["complaint", "complaint", "rating", "rating", "praise", "praise"])
  })
})

describe("authority and money", () => {
  it("keeps limits lowest first, in minor units", () => {
    const { authority, currency } = sound("first")
    expect(currency).toEqual({ code: "CNY", digits: 2 })
    expect(authority.limits).toEqual([
      { role: "agent", compensate: { perCase: 50_000, perMonth: 500_000 }, close: ["routine"], regrade: [], waive: [] },
      {
        role: "supervisor",
        compensate: { perCase: 200_000, perMonth: 4_000_000 },
        close: "all",
        regrade: "all",
        waive: []
      },
      { role: "manager", compensate: { perCase: null }, close: "all", regrade: "all", waive: "all" }
    ])
  })

  it.each([
    ["JPY", "100", 100],
    ["KWD", "100.125", 100_125],
    ["EUR", "100.5", 10_050]
  ])("counts %s in its own digits", (currency, written, minor) => {
    const bundle = bundleOf(
      `${head.replace("CNY", currency)}authority: { limits: { agent: { compensate: { per-case: ${written} } } } }\n`
    )
    expect(bundle.authority.limits[0]?.compensate?.perCase).toBe(minor)
  })
})

describe("texts", () => {
  it("takes a bare text in the language of its own file", () => {
    const bundle = sound("itr-service")
    expect(bundle.messages["proposal"]?.text).toHaveProperty("zh-CN")
    expect(Object.keys(bundle.messages["receipt"]?.text ?? {})).toContain("zh-CN")
    expect(bundle.messages["overdue"]?.text).toHaveProperty("en")
    const mixed = bundleOf({
      "shop.policy.yaml": `${head.replace("language: en", "language: zh-CN").replace("starter]", "starter, ./more.policy.yaml]")}`,
      "more.policy.yaml": "hearback: 1\npack: more\nlanguage: en\nmessages: { closing: Thank you. }\n"
    })
    expect(mixed.messages["closing"]?.text).toEqual({ en: "Thank you." })
  })

  it("reads files beside the policy, and Chinese placeholders", () => {
    const bundle = bundleOf({
      "shop.policy.yaml": `${head}messages: { result: { file: messages/result.md, must-say: [结果] } }\n`,
      "messages/result.zh-CN.md": "处理结果：{结果}。编号 {编号}，时限 {时限.agreed}。\n",
      "messages/result.en.md": "{result}, {case.id}, {due.agreed}\n"
    })
    expect(bundle.messages["result"]).toEqual({
      name: "result",
      text: {
        "zh-CN": "处理结果：{result}。编号 {case.id}，时限 {due.agreed}。",
        en: "{result}, {case.id}, {due.agreed}"
      },
      mustSay: ["result"]
    })
  })
})

describe("the dictionary", () => {
  it("lets a category take over from the one above it", () => {
    const bundle = bundleOf(`${head}departments: { money: { contact: supervisor } }
dictionary:
  categories:
    fee: { words: [fee], department: money, kind: inquiry, defaults: { urgency: important } }
    late-fee: { words: [late fee], under: fee, kind: complaint }
`)
    const late = bundle.dictionary.categories.find(({ name }) => name === "late-fee")
    expect(late).toEqual({
      name: "late-fee",
      words: ["late fee"],
      under: "fee",
      department: "money",
      kind: "complaint",
      defaults: { urgency: "important" }
    })
  })
})

describe("accepted findings", () => {
  const dead = `${head}facts: { tier: { one-of: [gold, plain], default: plain } }
grading:
  severity:
    levels: [high, low]
    rules:
      - { when: { tier: gold }, then: high }
      - { when: { tier: gold }, then: low }
      - { otherwise: low }
`
  const accept = (where: string) =>
    `${dead}accepted-findings: [{ finding: table/dead-row, where: ${where}, because: pilot, expires: 2027-03-01 }]\n`

  it("silences one finding at one place", () => {
    expect(compiled(dead).diagnostics.map(({ code }) => code)).toEqual(["table/dead-row"])
    expect(compiled(accept("grading.severity.rules.2")).diagnostics).toEqual([])
    expect(compiled(accept("grading.severity.rules.2"), "2027-03-01").diagnostics).toEqual([])
  })

  it("says so when it matches nothing, has expired, or is an error", () => {
    const codes = (text: string, today?: string) => compiled(text, today).diagnostics.map(({ code }) => code)
    expect(codes(accept("grading.severity.rules.1"))).toEqual(["table/dead-row", "finding/nothing-accepted"])
    expect(codes(accept("grading.severity.rules.2"), "2027-03-02")).toEqual(["table/dead-row", "finding/expired"])
    const gap = `${head}loops: { inquiry: removed }
accepted-findings: [{ finding: loop/none-for-kind, where: loops, because: later }]\n`
    expect(codes(gap)).toEqual(["loop/none-for-kind", "finding/error-accepted"])
  })
})

describe("assumptions", () => {
  it("takes cases out of what a table must answer", () => {
    const text = (more: string) =>
      `${head}${more}facts: { tier: { one-of: [gold, plain], default: plain } }
grading:
  severity:
    levels: [high, low]
    rules:
      - { when: { tier: gold }, then: high }
      - { when: { tier: plain, legacy: no }, then: low }
`.replace("facts: {", "facts: { legacy: { type: yes-no, default: no },")
    const [gap] = compiled(text("")).diagnostics
    expect(gap).toMatchObject({ code: "table/gap", witness: { tier: "plain", legacy: "yes" } })
    expect(
      compiled(text("assume: [{ never: { tier: plain, legacy: yes }, because: cannot be }]\n")).diagnostics.filter(
        ({ level }) => level === "error"
      )
    ).toEqual([])
  })
})
