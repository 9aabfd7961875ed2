import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")
const itr = example("itr-service/itr-service.policy.yaml")
const words = ["--channel", "email", "--text", "Third time my invoice is wrong. Unacceptable."]
const monday = ["--at", "2026-11-16 09:40"]

describe("CL-4 · what decided a grade", () => {
  it("is shown with its place: both sides of a tie, the word that changed an emotion, and why a signal was read", async () => {
    const text = "The invoice: damaged. I am very annoyed, thanks"
    const { out } = await hearback(["grade", first, "--channel", "email", "--text", text, ...monday])
    expect(out).toMatch(/category +Other +billing “invoice” 5–11 · delivery “damaged” 14–20/)
    expect(out).toMatch(/emotion +furious +“very” “annoyed” 33–39/)
    expect(out).toMatch(/signal +thanks +“thanks” 42–47/)
    const { json } = await hearback(["grade", first, "--channel", "email", "--text", text, ...monday, "--json"])
    expect(json.category.candidates.map(({ name }: { name: string }) => name)).toEqual(["billing", "delivery"])
  })
})

describe("grade --json", () => {
  it("has kind, category, emotion, grades, owner, clocks, gates and authority, each with its line", async () => {
    const { exit, json } = await hearback(["grade", first, ...words, ...monday, "--fact", "amount=1200", "--json"])
    expect(exit).toBe(0)
    expect(json).toMatchObject({
      hearback: 1,
      command: "grade",
      ok: true,
      kind: "complaint",
      category: { name: "billing", sure: true, hits: [{ word: "invoice", start: 14, end: 21 }], second: null },
      emotion: "furious",
      signals: [],
      grades: { urgency: { value: "urgent", why: { file: "pack:starter", rule: "grading.urgency.rules.1" } } },
      owner: "agent-7",
      department: null,
      because: {
        kind: { decidedBy: "words" },
        emotion: { hits: [{ word: "Unacceptable", start: 32, end: 44 }], why: { file: "pack:starter" } },
        owner: { name: "Agent Seven", as: "agent" }
      }
    })
    expect(json.category.why).toEqual({
      file: "first.policy.yaml",
      line: 9,
      column: expect.any(Number),
      rule: "dictionary.categories.billing"
    })
    const due = Object.fromEntries(json.clocks.map((clock: { name: string; due: string }) => [clock.name, clock.due]))
    expect(due).toMatchObject({ acknowledged: "2026-11-16T03:40:00.000Z", agreed: "2026-11-17T09:00:00.000Z" })
    expect(json.gates.map((gate: { name: string }) => gate.name)).toEqual([
      "acknowledged",
      "agreed",
      "corrected",
      "told",
      "confirmed"
    ])
    expect(json.gates[0]).toMatchObject({
      needs: "acknowledgement",
      loop: "customer-loop",
      state: "open",
      needed: "yes"
    })
    expect(json.authority.limits[0]).toMatchObject({
      role: "agent",
      owner: true,
      compensate: { perCase: 500, perMonth: 5000 }
    })
    expect(json.authority.needs).toMatchObject([{ fact: "amount", amount: 1200, role: "supervisor" }])
  })

  it("quotes the customer's words by their offsets", async () => {
    const text = "交付延期三周了，没人回复，完全不能忍！"
    const { json } = await hearback(["grade", itr, "--text", text, ...monday, "--json"])
    const hits = [...json.category.hits, ...json.category.second.hits, ...json.because.emotion.hits]
    expect(hits.length).toBeGreaterThan(1)
    for (const { word, start, end } of hits) expect(text.slice(start, end)).toBe(word)
    expect(json.review).toMatchObject({ by: "主管" })
  })

  it("counts contacts, and takes a customer's facts from the people file", async () => {
    const calm = ["grade", first, "--text", "my invoice is wrong", ...monday, "--json"]
    expect((await hearback(calm)).json.grades.urgency.value).toBe("important")
    const third = (await hearback([...calm, "--contacts", "3"])).json
    expect(third.grades.urgency).toMatchObject({ value: "urgent", why: { rule: "grading.urgency.rules.2" } })
    const strategic = await hearback(["grade", itr, "--text", "没人回复", "--customer", "c-hua", ...monday, "--json"])
    expect(strategic.exit).toBe(0)
  })

  it("takes the receiver as the owner", async () => {
    const { json } = await hearback(["grade", first, ...words, ...monday, "--as", "supervisor-2", "--json"])
    expect(json.because.owner).toMatchObject({ id: "supervisor-2", as: "receiver" })
  })

  it("gives the same answer to the same words", async () => {
    const line = ["grade", first, ...words, ...monday, "--json"]
    expect((await hearback(line)).out).toBe((await hearback(line)).out)
  })

  it("accepts a score without words", async () => {
    const { exit, json } = await hearback(["grade", itr, "--channel", "评价", "--score", "3", ...monday, "--json"])
    expect(exit).toBe(0)
    expect(json.because.kind).toMatchObject({
      name: "complaint",
      decidedBy: "score",
      why: { rule: "channels.评价.kind-by-score" }
    })
  })
})

describe("grade for people", () => {
  it("shows words with offsets, local times, and the lines on the right", async () => {
    const { out } = await hearback(["grade", first, ...words, ...monday, "--fact", "amount=1200"])
    expect(out).toContain("complaint · billing · urgent")
    expect(out).toMatch(/category {2}billing {2}“invoice” 15–21 .* first\.policy\.yaml:9\n/)
    expect(out).toMatch(/emotion {3}furious {2}“Unacceptable” 33–44 +pack:starter:\d+\n/)
    expect(out).toMatch(/promises {2}Acknowledgement +Mon 16 Nov 11:40 {2}2 working hours +in 2 h +pack:starter:\d+\n/)
    expect(out).toMatch(/Agreed proposal +Tue 17 Nov 17:00 {2}1 working day +in 1 d 7 h +first\.policy\.yaml:12\n/)
    expect(out).toMatch(
      /Acknowledgement → Agreed proposal → Correction →\s+(.*\s+)?Answer to the customer → Customer confirmation/
    )
    expect(out).toContain("amount 1,200 CNY: needs Supervisor")
  })

  it("puts all places of an answer into one column", async () => {
    const { out } = await hearback(["grade", first, ...words, ...monday])
    const columns = out
      .split("\n")
      .flatMap((line) => /^(.*\s{2})(pack:starter|first\.policy\.yaml):\d+$/.exec(line)?.[1]?.length ?? [])
    expect(new Set(columns).size).toBe(1)
    expect(columns.length).toBeGreaterThan(6)
  })

  it("answers in Chinese", async () => {
    const { out } = await hearback([
      "grade",
      itr,
      "--text",
      "交付延期三周了，没人回复，完全不能忍！",
      ...monday,
      "--lang",
      "zh"
    ])
    for (const word of [
      "投诉 · 服务响应 · 紧急",
      "类别",
      "情绪",
      "首问人",
      "11月16日（周一）13:40",
      "客户闭环：",
      "改进闭环：",
      "待主管复核"
    ])
      expect(out).toContain(word)
  })
})

describe("grade refuses", () => {
  it("feedback with neither words nor a score", async () => {
    expect((await hearback(["grade", first])).err).toContain("error[usage/no-text]")
    const { exit, json } = await hearback(["grade", first, "--text", " ", "--json"])
    expect(exit).toBe(1)
    expect(json).toMatchObject({ ok: false, reasons: [{ code: "intake/no-words" }] })
  })

  it("undeclared names, with a guess", async () => {
    const grade = (...more: readonly string[]) => hearback(["grade", first, "--text", "a", ...more])
    expect((await grade("--fact", "amont=1")).err).toContain("did you mean `amount`?")
    expect((await grade("--fact", "amount=lots")).err).toContain("expected: an amount such as 1200 or 12.50")
    expect((await grade("--fact", "amount")).err).toContain("expected: name=value")
    expect((await grade("--channel", "emial")).err).toContain("did you mean `email`?")
    expect((await grade("--as", "agnt-7")).err).toContain("did you mean `agent-7`?")
    expect((await grade("--at", "tomorrow")).err).toContain("`--at` is not a date and time")
    expect((await grade("--contacts", "0")).err).toContain("a whole number from 1")
  })

  it("a policy with errors, and names the first of them", async () => {
    const { exit, err } = await hearback(["grade", example("first/people.yaml"), "--text", "a"])
    expect(exit).toBe(2)
    expect(err).toContain("error[policy/invalid]")
  })

  it("leads from a promise to the row that gave it, in any file", async () => {
    const cwd = folder()
    const policy = readFileSync(example("first/first.policy.yaml"), "utf8")
    const own = policy.replace("agreed: { within: 1 working day }", "agreed: { within: { urgent: 4 hours } }")
    writeFileSync(join(cwd, "policy.yaml"), own)
    const line = async (text: string) => {
      const { out } = await hearback(["grade", "--channel", "email", "--text", text], { cwd })
      return /^.*Agreed proposal +\S+ .*? (\S+:\d+)$/m.exec(out)?.[1]
    }
    const urgent = own.split("\n").findIndex((each) => each.includes("4 hours")) + 1
    expect(await line("Third time my invoice is wrong. Unacceptable.")).toBe(`policy.yaml:${urgent}`)
    expect(await line("My invoice is wrong.")).toMatch(/^pack:starter:\d+$/)
  })
})
