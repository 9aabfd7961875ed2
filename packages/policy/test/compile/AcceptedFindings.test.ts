import { describe, expect, it } from "vitest"
import { bundleOf, findings, head } from "./Sample.ts"

describe("an accepted finding", () => {
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

  it("is hidden at its one place", () => {
    expect(findings(dead).map(({ code }) => code)).toEqual(["table/dead-row"])
    expect(findings(accept("grading.severity.rules.2"))).toEqual([])
    expect(findings(accept("grading.severity.rules.2"), "2027-03-01")).toEqual([])
  })

  it("is reported if it matches nothing, has expired, or is an error", () => {
    const codes = (text: string, today?: string) => findings(text, today).map(({ code }) => code)
    expect(codes(accept("grading.severity.rules.1"))).toEqual(["table/dead-row", "finding/nothing-accepted"])
    expect(codes(accept("grading.severity.rules.2"), "2027-03-02")).toEqual(["table/dead-row", "finding/expired"])
    const gap = `${head}loops: { inquiry: removed }
accepted-findings: [{ finding: loop/none-for-kind, where: loops, because: later, expires: 2027-03-01 }]\n`
    expect(codes(gap)).toEqual(["loop/none-for-kind", "finding/error-accepted"])
    // The acceptance must not take effect later, either.
    expect(codes(gap.replace("loops: { inquiry: removed }\n", ""))).toEqual(["finding/error-accepted"])
  })
})

describe("assumptions", () => {
  it("exclude cases that a table need not decide", () => {
    const text = (more: string) =>
      `${head}${more}facts: { tier: { one-of: [gold, plain], default: plain } }
grading:
  severity:
    levels: [high, low]
    rules:
      - { when: { tier: gold }, then: high }
      - { when: { tier: plain, legacy: no }, then: low }
`.replace("facts: {", "facts: { legacy: { type: yes-no, default: no },")
    const [gap] = findings(text(""))
    expect(gap).toMatchObject({ code: "table/gap", witness: { tier: "plain", legacy: "yes" } })
    expect(
      findings(text("assume: [{ never: { tier: plain, legacy: yes }, because: cannot be }]\n")).filter(
        ({ level }) => level === "error"
      )
    ).toEqual([])
  })
})

describe("missing holiday data", () => {
  it("is reported from the first day of an unpublished year", () => {
    const text = `${head}calendars: { office: { holidays: CN } }\n`
    const last = bundleOf(text).calendars["office"]?.publishedThrough ?? 0
    const codes = (today: string) => findings(text, today).map(({ code }) => code)
    expect(codes(`${last}-09-30`)).toEqual([])
    expect(codes(`${last}-12-31`)).toEqual(["calendar/holidays-end"])
    expect(codes(`${last + 1}-01-01`)).toEqual(["calendar/past-holidays"])
    expect(findings(text)).toEqual([])
  })

  it("is reported if the policy takes effect in an unpublished year, or before the first year", () => {
    const codes = (effective: string, today?: string) =>
      findings(`${head}effective: ${effective}\ncalendars: { office: { holidays: GB-ENG } }\n`, today).map(
        ({ code }) => code
      )
    expect(codes("2036-01-01")).toEqual(["calendar/past-holidays"])
    expect(codes("2036-01-01", "2026-11-16")).toEqual(["calendar/past-holidays"])
    expect(codes("1999-12-31")).toEqual(["calendar/before-holidays"])
    expect(codes("1999-12-31", "2026-11-16")).toEqual([])
    expect(codes("2000-01-01")).toEqual([])
  })
})
