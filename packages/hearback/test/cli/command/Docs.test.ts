/** `hearback docs` and `hearback check --html`: pages of a policy, and of its findings. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const small = `hearback: 1
policy: small
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
`

/** A policy in which one promise is due before another that it waits for. */
const warned = `${small}clocks:
  agreed: { within: 1 working day }
  told: { within: 1 working hour }
`

const written = (text: string): { readonly cwd: string; readonly read: (file: string) => string } => {
  const cwd = folder()
  writeFileSync(join(cwd, "small.policy.yaml"), text)
  return { cwd, read: (file) => readFileSync(join(cwd, file), "utf8") }
}

const section = (page: string, id: string): string =>
  page.split("<section").find((part) => part.includes(`id="${id}"`)) ?? ""

describe("hearback docs", () => {
  it("writes one page that first shows the reader's language", async () => {
    const { cwd, read } = written(small)
    const { exit, out } = await hearback(["docs", "-o", "policy.html"], { cwd })
    expect([exit, out]).toEqual([0, "written: policy.html\n"])
    expect(read("policy.html")).toMatch(/^<!doctype html>\n<html lang="en">/)
    const chinese = await hearback(["说明书", "small.policy.yaml", "--写入", "zh.html", "--lang", "zh", "--json"], {
      cwd
    })
    expect(chinese.json).toMatchObject({ ok: true, policy: "small.policy.yaml", written: ["zh.html"] })
    expect(read("zh.html")).toContain('<html lang="zh-CN">')
  })

  it("shows findings beside the part that they concern", async () => {
    const { cwd, read } = written(warned)
    await hearback(["docs", "-o", "policy.html"], { cwd })
    const deadlines = section(read("policy.html"), "en-deadlines")
    expect(deadlines).toContain('<div class="note warning"><b>warning</b>')
    expect(deadlines).toMatch(/small\.policy\.yaml:\d+ · clock\//)
    expect(section(read("policy.html"), "en-authority")).not.toContain('class="note')
  })

  it("shows each text of a message with its cases", async () => {
    const rows =
      'text: [{ when: { urgency: urgent }, then: "At once: {case.id}." }, { otherwise: "Noted: {case.id}." }]'
    const { cwd, read } = written(`${small}messages: { receipt: { ${rows} } }\n`)
    await hearback(["docs", "-o", "policy.html"], { cwd })
    const text = section(read("policy.html"), "en-messages").replace(/<[^>]*>/g, " ")
    expect(text).toMatch(
      /If: Urgency is urgent +At once: C-1024\. +If: otherwise +Noted: C-1024\. +Name in the policy: receipt/
    )
  })

  it("shows titles in the reader's language, and marks missing ones", async () => {
    const facts = "{ tier: { one-of: { gold: { en: Gold card, zh-CN: 金卡 }, plain: Plain }, default: plain } }"
    const { cwd, read } = written(
      `${small}facts: ${facts}\nalarms: { gold: { when: { tier: gold }, notify: supervisor } }\n`
    )
    await hearback(["docs", "-o", "policy.html"], { cwd })
    expect(read("policy.html")).toMatch(/tier is Gold card/i)
    expect(read("policy.html")).toContain("金卡")
    expect(read("policy.html")).not.toContain("are shown in Chinese")
    writeFileSync(join(cwd, "small.policy.yaml"), `${small.replace("language: en", "language: zh-CN")}title: 网店\n`)
    await hearback(["docs", "-o", "policy.html"], { cwd })
    expect(read("policy.html")).toContain('<h1><span lang="zh-CN">网店</span></h1>')
    expect(read("policy.html")).toContain("are shown in Chinese")
  })

  it("shows a readable name instead of a missing title, and the beginning of a duty", async () => {
    const { cwd, read } =
      written(`${small}departments: { rooms: { title: { en: Rooms, zh-CN: 客房部 }, contact: agent } }
dictionary: { categories: { noise: { words: [loud], department: rooms, defaults: { urgency: routine } } } }
channels: { review: { mode: routine, frequency: monthly, question: Review the month., owner: manager } }
loops: { review: { when: { kind: routine }, system-loop: { who-came: { needs: record, within: 5 days } } } }
learning: { targets-by: { department: { rooms: { kept: ">= 90%" } } } }
`)
    await hearback(["docs", "-o", "policy.html"], { cwd })
    const said = (id: string): string =>
      section(read("policy.html"), id)
        .replace(/<[^>]*>/g, " ")
        .replace(/ +/g, " ")
    expect(said("en-journey")).toMatch(/1 Who came the owner within 5 days .* counted from opening of the case/s)
    expect(said("en-journey")).toContain("Opened automatically")
    expect(said("zh-journey")).toContain("1 记录 首问人")
    expect(said("en-rest")).toContain("promises kept · department Rooms 90% or more")
    expect(said("zh-rest")).toContain("承诺兑现率 · 责任部门 客房部 90% 及以上")
  })

  it("writes no page for a policy with errors, and reports them", async () => {
    const { cwd } = written(`${small}roles: { agent: { titel: x } }\n`)
    const { exit, err } = await hearback(["docs", "-o", "policy.html"], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain("small.policy.yaml:7")
    expect(existsSync(join(cwd, "policy.html"))).toBe(false)
  })

  it("needs a file, and explains why one cannot be written", async () => {
    const { cwd } = written(small)
    expect(await hearback(["docs"], { cwd })).toMatchObject({ exit: 2, err: expect.stringContaining("--output") })
    expect((await hearback(["docs", "-o", "no/such/folder.html"], { cwd })).exit).toBe(2)
  })
})

describe("hearback check --html", () => {
  it("writes each finding with its line, in its section, with the figure of that section", async () => {
    const { cwd, read } = written(warned)
    const { exit, out } = await hearback(["check", "--html", "check.html"], { cwd })
    expect([exit, out]).toEqual([0, expect.stringMatching(/written: check\.html\n$/)])
    const page = read("check.html")
    const part = page.split("<main ").find((one) => one.startsWith('id="en"')) ?? ""
    expect(part).toMatch(/<h2>Deadlines<\/h2><div class="note warning"><b>warning<\/b><p>/)
    expect(part).toContain('class="ranges timeline"')
    expect(part).toContain("told: { within: <mark>1 working hour</mark> }")
    expect(page).not.toMatch(/<script|@import|url\(|<link|<img/)
  })

  it("shows only the findings of a policy with errors, and fails", async () => {
    const { cwd, read } = written(`${small}roles: { agent: { titel: x } }\n`)
    const { exit, json } = await hearback(["check", "--html", "check.html", "--json"], { cwd })
    expect(exit).toBe(1)
    expect(json.written).toEqual(["check.html"])
    expect(read("check.html")).toContain("titel")
    expect(read("check.html")).not.toContain("<svg")
  })

  it("says that there are no findings", async () => {
    const cwd = folder()
    const { exit } = await hearback(["check", example("first/first.policy.yaml"), "--html", "check.html"], { cwd })
    expect(exit).toBe(0)
    expect(readFileSync(join(cwd, "check.html"), "utf8")).toContain("No findings.")
  })
})
