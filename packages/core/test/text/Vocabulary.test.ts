import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { languages } from "../../src/policy/Rule.ts"
import { Build } from "../../src/testing/index.ts"
import { limitAt, money } from "../../src/text/phrase/Amount.ts"
import { dateInLetter } from "../../src/text/phrase/Dates.ts"
import { type Area, form, known, letter, word } from "../../src/text/Text.ts"
import { zh } from "../../src/text/zh-CN/form/Blanks.ts"

const core = join(import.meta.dirname, "../../src")
const sources = ["draft", "rule", "gate", "decide"].flatMap((folder) =>
  readdirSync(join(core, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(core, folder, file), "utf8"))
)

const areas: readonly Area[] = [
  "verb",
  "message",
  "gate-kind",
  "gate-state",
  "clock-state",
  "outcome",
  "kind",
  "side",
  "miss-cause",
  "cause",
  "says",
  "who",
  "because",
  "duty",
  "field",
  "system"
]

describe("words of the domain", () => {
  it.each(areas)("%s: every word has both languages, and no two names share a Chinese word", (area) => {
    const names = known(area)
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) {
      expect(word(area, name, "en")).toMatch(/^[A-Za-z][A-Za-z' -]*$/)
      expect(word(area, name, "zh-CN")).toMatch(/^\p{Script=Han}+$/u)
    }
    // Reasons may meet in one word: a customer's answer settles a clock and a handover alike.
    if (area !== "because") expect(new Set(names.map((name) => word(area, name, "zh-CN"))).size).toBe(names.length)
  })

  it("has words for every reason that the engine itself gives", () => {
    const given = sources
      .flatMap((text) => [
        ...[...text.matchAll(/\breason: "([a-z-]+)"/g), ...text.matchAll(/\bbecause = "([a-z-]+)"/g)],
        ...text.matchAll(/\b(?:cancel|closeTimers)\(.*, "([a-z-]+)"\)/g),
        ...text.matchAll(/\bsendBack\(\w+, \w+, "([a-z-]+)"/g)
      ])
      .map(([, name]) => name ?? "")
    expect(given).toContain("loop-changed")
    expect(given.filter((name) => !known("because").includes(name))).toEqual([])
  })

  it("leaves the owner's own names alone", () => {
    expect(word("kind", "billing", "zh-CN")).toBe("billing")
    expect(word("kind", "constructor", "en")).toBe("constructor")
  })

  it("keeps the words that messages need", () => {
    expect(word("gate-kind", "root-cause", "en")).toBe("root cause")
    expect(letter("zh-CN").team).toBe("我们的团队")
  })
})

describe.each(languages)("the forms of %s", (language) => {
  const { locale, list, number, date, length } = form(language)
  const literals = (type: Intl.ListFormatType): readonly string[] =>
    new Intl.ListFormat(locale, { type })
      .formatToParts(["1", "2", "3"])
      .flatMap((part) => (part.type === "literal" ? [part.value] : []))

  it("separate lists as `Intl` does", () => {
    const [comma, and] = literals("conjunction")
    expect(list.join(["甲", "乙"])).toBe(`甲${comma}乙`)
    // Chinese lists of the engine end as they go on.
    expect([`甲${and}乙`, list.join(["甲", "乙"])]).toContain(list.and("甲", "乙"))
    expect(list.or("甲", "乙")).toBe(`甲${literals("disjunction")[1]}乙`)
  })

  it("group numbers as `Intl` does", () => {
    const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5)
    expect([...new Set(parts.filter(({ type }) => type === "group").map(({ value }) => value))]).toEqual([number.group])
    expect(parts.find(({ type }) => type === "decimal")?.value).toBe(number.point)
    expect(money(123_456_789, { code: "", digits: 2 }, language)).toBe(
      new Intl.NumberFormat(locale).format(1_234_567.89)
    )
  })

  it("say dates as `Intl` does", () => {
    for (const text of ["2019-03-04", "2026-12-31", "2024-02-29"]) {
      const options = { dateStyle: "long", timeZone: "UTC" } as const
      expect(dateInLetter(text, language)).toBe(new Intl.DateTimeFormat(locale, options).format(new Date(text)))
    }
    const short = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" })
    // 2024 began on a Monday.
    expect(date.weekdays).toEqual(Array.from({ length: 7 }, (_, day) => short.format(Date.UTC(2024, 0, 1 + day))))
  })

  it("have a plural for each of the categories of `Intl`", () => {
    const rules = new Intl.PluralRules(locale)
    for (const unit of ["minutes", "years", "workingDays"] as const) {
      const forms = new Map<string, Set<string>>()
      for (const count of [...Array(30).keys(), 100, 101, 1000]) {
        const category = rules.select(count)
        const said = length.of(count, unit).replace(String(count), "")
        forms.set(category, (forms.get(category) ?? new Set()).add(said))
      }
      expect([...forms.values()].map(({ size }) => size)).toEqual([...forms.keys()].map(() => 1))
      expect(new Set([...forms.values()].flatMap((each) => [...each])).size).toBe(forms.size)
    }
  })
})

describe("Chinese", () => {
  it("stands with a blank where scripts meet and none where it meets itself or a mark", () => {
    expect(zh`由 ${"agent-7"} 负责`).toBe("由 agent-7 负责")
    expect(zh`由 ${"李娜"} 负责`).toBe("由李娜负责")
    expect(zh`关口 ${"“told”"} 已通过`).toBe("关口“told”已通过")
    expect(zh`${"agent-7"} ${"以主管身份"} 会签`).toBe("agent-7 以主管身份会签")
    expect(zh`请 ${"sue"} ${""} 审批`).toBe("请 sue 审批")
  })
})

describe("amounts", () => {
  it("have their thousands apart and their currency's digits", () => {
    expect(money(120_000, { code: "CNY", digits: 2 }, "en")).toBe("1,200.00 CNY")
    expect(money(120_000, { code: "CNY", digits: 2 }, "zh-CN")).toBe("1,200.00 元")
    expect(money(1_234_567, { code: "JPY", digits: 0 }, "en")).toBe("1,234,567 JPY")
    expect(money(-5, { code: "KWD", digits: 3 }, "en")).toBe("-0.005 KWD")
    expect(money(99_999, undefined, "en")).toBe("999.99")
  })

  it("a limit is found by its path, with its amount and its window", () => {
    const bundle = Build.bundle()
    expect(limitAt(bundle, "authority.limits.agent.compensate.per-case", "en")).toEqual({
      role: "agent",
      amount: "100 EUR",
      window: "per-case"
    })
    expect(limitAt(bundle, "authority.limits.agent.discount", "en")).toEqual({ role: "agent", amount: "5%" })
    expect(limitAt(bundle, "authority.limits.director.compensate.per-case", "en")).toEqual({
      role: "director",
      window: "per-case"
    })
    expect(limitAt(bundle, "authority.limits.agent.close", "en")).toEqual({ role: "agent" })
    expect(limitAt(bundle, "loops.complaint", "en")).toBeUndefined()
  })
})
