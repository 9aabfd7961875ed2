import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { widthOf } from "../../../src/cli/terminal/Columns.ts"
import { folder, hearback } from "../Capture.ts"

const policy = `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
dictionary: { categories: { billing: { title: { en: Billing, zh-CN: 账单 }, words: [invoice], defaults: { urgency: important } } } }
grading: { urgency: { rules: { also: [{ when: { amount: ">= 1000" }, then: urgent }] } } }
authority: { limits: { agent: { compensate: { per-case: 500, per-month: 5000 } } } }
`

/** Makes a folder with two policies. */
const two = (after: string): string => {
  const cwd = folder()
  writeFileSync(join(cwd, "old.policy.yaml"), policy)
  writeFileSync(join(cwd, "new.policy.yaml"), after)
  return cwd
}
const diff = async (after: string, ...more: readonly string[]) =>
  hearback(["diff", "old.policy.yaml", "new.policy.yaml", ...more], { cwd: two(after) })

describe("hearback diff", () => {
  it("shows what changes, for which cases, with an example and both lines", async () => {
    const { exit, out } = await diff(policy.replace(">= 1000", ">= 2000").replace("per-case: 500", "per-case: 800"))
    expect(exit).toBe(0)
    expect(out).toContain("3 differences: 3 weaker")
    expect(out).toContain("grade Urgency: urgent → important   old.policy.yaml:8 → new.policy.yaml:7")
    expect(out).toContain(
      "if Amount at stake is 1,000 CNY to less than 2,000 CNY and category is Billing and emotion is not furious"
    )
    expect(out).toContain(
      "for example Amount at stake is 1,000 CNY, category is Billing, emotion is calm, number of contacts on the same matter is 1 (1 of 24 classes of cases)"
    )
    expect(out).toContain("authority Agent per-case: 500 CNY → 800 CNY   old.policy.yaml:9 → new.policy.yaml:9")
    const narrow = { terminal: { columns: 60, outIsTerminal: true } }
    const cwd = two(policy.replace(">= 1000", ">= 2000"))
    const told = (await hearback(["diff", "old.policy.yaml", "new.policy.yaml"], { cwd, ...narrow })).out
    expect(told.split("\n").filter((line) => widthOf(line) > 60)).toEqual([])
  })

  it("names a dimension by its title, and shows a changed title", async () => {
    const titled = policy.replace("urgency: { rules", "urgency: { title: { en: Haste, zh-CN: 缓急 }, rules")
    const { out } = await diff(titled)
    expect(out).toContain("grade Haste title: “Urgency” → “Haste”")
    expect((await diff(titled, "--lang", "zh-CN")).out).toContain("缓急")
  })

  it("shows of long lists only what differs", async () => {
    const hours = (days: string): string => `${policy}calendars: { office: { hours: { ${days} } } }\n`
    const week = "mon-fri: [09:00-12:00, 13:30-18:00]"
    const cwd = two(hours(`${week}, sat: [09:00-12:00]`))
    writeFileSync(join(cwd, "old.policy.yaml"), hours(week))
    const { out } = await hearback(["diff", "old.policy.yaml", "new.policy.yaml"], { cwd })
    expect(out).toContain("calendars.office.hours: 10 unchanged → 10 unchanged, sat 09:00-12:00 ")
  })

  it("shows an example that a dry run grades as reported", async () => {
    const after = policy.replace(">= 1000", ">= 2000")
    const cwd = two(after)
    const { differences } = (await hearback(["diff", "old.policy.yaml", "new.policy.yaml", "--json"], { cwd })).json
    const one = differences.find(({ after: level }: { readonly after: string }) => level === "important")
    const { amount, category } = one.cases.witness
    expect(category).toBe("billing")
    for (const [file, level] of [
      ["old", one.before],
      ["new", one.after]
    ]) {
      const graded = await hearback(
        [
          "grade",
          `${file}.policy.yaml`,
          "--text",
          "the invoice",
          "--fact",
          `amount=${amount}`,
          "--json",
          "--kind",
          "complaint"
        ],
        { cwd }
      )
      expect(graded.json).toMatchObject({ category: { name: category }, grades: { urgency: { value: level } } })
      const within = graded.json.clocks.find(({ name }: { readonly name: string }) => name === "agreed")?.within
      expect(within).toBe(level === one.before ? "24 hours" : "3 working days")
    }
    // The consequences of the other level are shown once for all loops.
    const { out } = await hearback(["diff", "old.policy.yaml", "new.policy.yaml"], { cwd })
    expect(out).toContain(
      "    which also changes deadline Agreed proposal (Complaint): 24 hours → 3 working days; deadline Answer to the customer"
    )
    expect(one.leadsTo[0]).toMatchObject({ aspect: "clock", of: "agreed", loops: ["complaint"] })
  })

  it("shows an example for which a gate and a deadline are as reported", async () => {
    const before = `${policy}loops: { complaint: { customer-loop: { approved: { needs: approval, by: supervisor, when: { amount: ">= 5000" }, within: [{ when: { amount: "< 7000" }, then: 4 days }, { otherwise: 3 days }] } } } }\n`
    const after = before.replace(">= 5000", ">= 6000").replace("< 7000", "< 8000")
    const cwd = folder()
    writeFileSync(join(cwd, "old.policy.yaml"), before)
    writeFileSync(join(cwd, "new.policy.yaml"), after)
    const { differences } = (await hearback(["diff", "old.policy.yaml", "new.policy.yaml", "--json"], { cwd })).json
    const graded = async (file: string, aspect: string) => {
      const { amount } = differences.find((one: { readonly aspect: string }) => one.aspect === aspect).cases.witness
      const line = ["grade", file, "--text", "hm", "--kind", "complaint", "--fact", `amount=${amount}`, "--json"]
      const { gates, clocks } = (await hearback(line, { cwd })).json
      const named = ({ name }: { readonly name: string }) => name === "approved"
      return { needed: gates.find(named)?.needed, within: clocks.find(named)?.within }
    }
    expect((await graded("old.policy.yaml", "gate")).needed).toBe("yes")
    expect((await graded("new.policy.yaml", "gate")).needed).toBe("no")
    expect((await graded("old.policy.yaml", "clock")).within).toBe("3 days")
    expect((await graded("new.policy.yaml", "clock")).within).toBe("4 days")
  })

  it("shows with a grade the gates and deadlines that depend only on it", async () => {
    const gate = (when: string) =>
      `${policy}loops: { complaint: { customer-loop: { seen: { needs: record, when: { ${when} }, within: 2 days } } } }\n`
    const before = gate("urgency: urgent")
    const cwd = folder()
    writeFileSync(join(cwd, "old.policy.yaml"), before)
    writeFileSync(join(cwd, "new.policy.yaml"), before.replace(">= 1000", ">= 2000"))
    const told = async () => (await hearback(["diff", "old.policy.yaml", "new.policy.yaml"], { cwd })).out
    expect(await told()).toContain("gate Seen (Complaint): required → not required")
    // For a gate that also reads another input, no single answer would be true.
    const both = gate('urgency: urgent, amount: ">= 5000"')
    writeFileSync(join(cwd, "old.policy.yaml"), both)
    writeFileSync(join(cwd, "new.policy.yaml"), both.replace(">= 1000", ">= 2000"))
    expect(await told()).not.toContain("gate Seen")
  })

  it("answers in Chinese", async () => {
    const merged = 'messages: { joined: { text: { en: Joined, zh-CN: "已合并 {case.id}" } } }\n'
    const { out } = await diff(`${policy}retention: { keep: 1 year, from: closed }\n${merged}`, "--lang", "zh")
    expect(out).toContain("2 处不同：放松 1 处，其他变化 1 处")
    expect(out).toContain("→ “已合并 {编号}”")
    expect(out).toContain("保存期 保存：3 年 → 1 年")
    // A text that changed only in English is shown in English.
    const told = (en: string): string => `${policy}messages: { joined: { text: { en: ${en}, zh-CN: 已合并 } } }\n`
    const cwd = two(told("Joined."))
    writeFileSync(join(cwd, "old.policy.yaml"), told("Merged."))
    const english = await hearback(["diff", "old.policy.yaml", "new.policy.yaml", "--lang", "zh"], { cwd })
    expect(english.out).toContain("消息 在办告知 文字：“Merged.” → “Joined.”")
  })

  it("reports that two policies mean the same, however they are written", async () => {
    const after = policy
      .replace("per-case: 500, per-month: 5000", "per-month: 5000,   per-case: 500 ")
      .replace("policy: shop\n", "policy: shop\n# a comment\n")
    const { exit, out, json } = await diff(after, "--json")
    expect([exit, json.same, json.differences]).toEqual([0, true, []])
    expect(out).toContain('"same": true')
    expect((await diff(after)).out).toContain("Both policies have the same effect.")
  })

  it("fails if something is weaker, or perhaps weaker, and nothing may be", async () => {
    const agreed = (within: string) => `${policy}clocks: { agreed: { within: { urgent: ${within} } } }\n`
    for (const [after, exit] of [
      [agreed("48 hours"), 1],
      [agreed("1 day"), 1],
      [agreed("12 hours"), 0],
      [policy.replace("per-case: 500", "per-case: 400"), 0],
      [policy, 0]
    ] as const)
      expect((await diff(after, "--assert", "no-weaker")).exit).toBe(exit)
    const { out } = await diff(agreed("48 hours"), "--assert", "no-weaker")
    expect(out).toContain("fails: 1 difference is or may be weaker")
  })

  it("writes Markdown for a pull request", async () => {
    const { out } = await diff(policy.replace("per-case: 500", "per-case: 800"), "--markdown", "--assert", "no-weaker")
    expect(out).toContain("### old.policy.yaml → new.policy.yaml")
    expect(out).toContain("> **fails: 1 difference is or may be weaker**")
    expect(out).toContain(
      "| authority Agent per-case | 500 CNY | 800 CNY | every case | old.policy.yaml:9 → new.policy.yaml:9 |"
    )
  })

  it("writes one page in both languages that loads nothing else", async () => {
    const cwd = two(policy.replace(">= 1000", ">= 2000"))
    const { out } = await hearback(["diff", "old.policy.yaml", "new.policy.yaml", "--html", "page.html"], { cwd })
    expect(out).toContain("page.html")
    const page = readFileSync(join(cwd, "page.html"), "utf8")
    for (const text of ["<h2>weaker</h2>", "<h2>放松</h2>", "Amount at stake is 1,000 CNY to", "涉及金额为 1,000 元至"])
      expect(page).toContain(text)
    expect(page).not.toMatch(/<script|<link|https?:/)
  })

  it("does not compare a policy with errors", async () => {
    const { exit, err } = await diff(policy.replace("urgency: important", "urgency: importent"))
    expect(exit).toBe(2)
    expect(err).toContain("error[policy/invalid]: `new.policy.yaml` has 1 error")
  })
})
