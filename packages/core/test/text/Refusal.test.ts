import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { RefusalCode, RefusalReason } from "../../src/case/Refusal.ts"
import { parameter } from "../../src/text/refusal/Refusal.ts"
import { refusal, refusals, refused } from "../../src/text/Text.ts"
import { reasons } from "./samples.ts"
import { faults } from "./sentence.ts"

const core = join(import.meta.dirname, "../../src")
const sources = ["draft", "rule", "gate", "command", "decide"].flatMap((folder) =>
  readdirSync(join(core, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(core, folder, file), "utf8"))
)

const codes = Object.keys(refusals) as readonly RefusalCode[]
const place = (rule: string) => (rule === "loops.complaint.customer-loop.told" ? "policy.yaml:40" : undefined)

describe("refusals", () => {
  it.each(codes)("%s is a sentence in both languages, with and without its parameters", (code) => {
    for (const says of [reasons[code], {}]) {
      const reason: RefusalReason = { code, says }
      expect(faults(refusal(reason, "en"), "en")).toEqual([])
      expect(faults(refusal(reason, "zh-CN"), "zh-CN")).toEqual([])
    }
  })

  it.each(codes)("%s says every parameter that it reads", (code) => {
    const reads = refusals[code]
    const said = (says: RefusalReason["says"]) => refusal({ code, says }, "en") + refusal({ code, says }, "zh-CN")
    for (const read of reads) {
      const { name } = parameter(read)
      expect(Object.keys(reasons[code])).toContain(name)
      // Beside the others, or alone: some words are said only where better ones are missing.
      const matters = [reasons[code], {}].some(
        (says) => said({ ...says, [name]: "zebra", [`${name}.zh-CN`]: "zebra" }) !== said(says)
      )
      expect(matters, name).toBe(true)
    }
  })

  it("says whatever the core gives with a reason", () => {
    const given = sources.flatMap((text) =>
      [...text.matchAll(/\breason\(\s*"([a-z-]+\/[a-z-]+)",(?:[^{}();]|\$\{[^{}]*\})*?(?<!\$)\{([^{}]*)\}/g)].map(
        ([, code, says]) => ({
          code: code as RefusalCode,
          names: [...(says ?? "").matchAll(/(?:^|,)\s*([a-z]\w*)(?=\s*(?:[:,]|$))/g)].map(([, name]) => name ?? "")
        })
      )
    )
    expect(given.length).toBeGreaterThan(30)
    const silent = given.flatMap(({ code, names }) =>
      names
        .filter((name) => !refusals[code].some((read) => parameter(read).name === name))
        .map((name) => `${code} ${name}`)
    )
    // The refusal names what was asked before it says this.
    expect([...new Set(silent)]).toEqual(["authority/nobody asked"])
  })

  it("names the owner beside the word for them, and roles as the policy writes them", () => {
    const reason: RefusalReason = { code: "gate/wrong-person", says: reasons["gate/wrong-person"] }
    expect(refusal(reason, "en")).toBe("gate `told` is for the owner `agent-7` or `supervisor`, not for `agent-8`")
    expect(refusal(reason, "zh-CN")).toBe("关口 `told` 须由首问人 `agent-7` 或 `supervisor` 办理，不是 `agent-8`")
  })

  it("says by how much a limit is exceeded", () => {
    const reason: RefusalReason = { code: "authority/over-limit", says: reasons["authority/over-limit"] }
    expect(refusal(reason, "en")).toBe("600.00 CNY exceeds `agent-7`'s limit of 500 CNY per case")
    expect(refusal(reason, "zh-CN")).toBe("600.00 CNY 超出 `agent-7` 每件 500 CNY 的限额")
  })

  it("says a length in the reader's language", () => {
    const reason: RefusalReason = { code: "loop/reopen-too-late", says: reasons["loop/reopen-too-late"] }
    expect(refusal(reason, "en")).toContain("within 30 days")
    expect(refusal(reason, "zh-CN")).toContain("30 天内")
  })

  it("cuts what is too long, and says how many more there are", () => {
    const known = Array.from({ length: 30 }, (_, i) => `gate-${i}`)
    const said = refusal({ code: "gate/unknown", says: { gate: "x".repeat(200), known } }, "en")
    expect(said).toContain("… and 18 more".slice(2))
    expect(said).not.toContain("gate-12")
    expect(said.length).toBeLessThan(300)
  })
})

describe("the whole answer", () => {
  const answer = {
    asked: "close",
    reasons: [
      { code: "loop/gates-open", rule: "loops.complaint.customer-loop.told", says: { gate: "told", status: "open" } },
      { code: "loop/gates-open", rule: "nowhere", says: { gate: "confirmed", status: "waiting" } }
    ],
    allowed: ["pass told", "write"],
    onFile: true
  } as const

  it("names what was asked, every reason with its place, and what is allowed now", () => {
    expect(refused(answer, "en", place)).toBe(
      "cannot close: gate `told` is open (policy.yaml:40); gate `confirmed` is waiting. Allowed now: `pass told` and `write`."
    )
    expect(refused(answer, "zh-CN", place)).toBe(
      "不能结案：关口 `told` 进行中（policy.yaml:40）；关口 `confirmed` 尚未开始。现在可以：通过 `told`、来信。"
    )
  })

  it("says who may instead", () => {
    const needs = { role: "supervisor", people: ["supervisor-2"] }
    expect(refused({ ...answer, allowed: [], needs }, "en")).toMatch(/\. It needs `supervisor` \(`supervisor-2`\)\.$/)
    expect(refused({ ...answer, allowed: [], needs }, "zh-CN")).toMatch(/须由 `supervisor`（`supervisor-2`） ?办理。$/)
  })

  it("says the same reason once", () => {
    const [first] = answer.reasons
    const twice = refused({ ...answer, reasons: [first, first], allowed: [] }, "en", place)
    expect(twice).toBe("cannot close: gate `told` is open (policy.yaml:40).")
  })

  it("keeps the words of a command that nobody knows", () => {
    const unknown = {
      asked: "finish",
      reasons: [{ code: "command/unknown", says: {} }],
      allowed: [],
      onFile: false
    } as const
    expect(refused(unknown, "en")).toBe("cannot finish: there is no command.")
    expect(faults(refused(unknown, "zh-CN"), "zh-CN")).toEqual([])
  })
})
