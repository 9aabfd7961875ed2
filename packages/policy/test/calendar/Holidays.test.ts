import { describe, expect, it } from "vitest"
import { holidays } from "../../src/calendar/Holidays.ts"

const of = (code: string, year: number) => holidays(code)?.closed.filter((date) => date.startsWith(String(year)))

describe("holidays", () => {
  it("C6 · of China include the National Day week", () => {
    const october = of("CN", 2026)?.filter((date) => date.startsWith("2026-10"))
    expect(october).toEqual(["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`))
  })
  it("C7 · of China have their make-up days", () => {
    const open = holidays("CN")?.open.filter((date) => date.startsWith("2026"))
    expect(open).toEqual(["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"])
    expect(holidays("CN")?.open).toContain("2015-02-15")
    expect(holidays("CN")?.closed).toContain("2015-09-03")
  })
  it("C20 · of China end with the last published year", () => {
    const found = holidays("CN")
    expect(found?.publishedThrough).toBeGreaterThanOrEqual(2026)
    expect(found?.closed.some((date) => date.startsWith(String((found.publishedThrough ?? 0) + 1)))).toBe(false)
  })
  it("C4 · of England include the substitute day for Boxing Day", () => {
    expect(of("GB-ENG", 2026)).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-04",
      "2026-05-25",
      "2026-08-31",
      "2026-12-25",
      "2026-12-26",
      "2026-12-28"
    ])
    expect(of("GB-ENG", 2023)).toContain("2023-05-08")
    expect(of("GB-SCT", 2026)).toContain("2026-11-30")
    expect(holidays("GB-ENG")).toMatchObject({ open: [], publishedThrough: 2035 })
  })
  it("S5 · of the United States include Thanksgiving", () => {
    expect(of("US", 2026)).toContain("2026-11-26")
    expect(of("US", 2026)).toContain("2026-07-03")
    expect(of("US", 2026)).not.toContain("2026-11-27")
  })
  it("of several days close each day, and half-days close none", () => {
    expect(of("KR", 2026)).toEqual(expect.arrayContaining(["2026-02-17", "2026-02-18", "2026-02-19"]))
    expect(of("TR", 2026)).toEqual(expect.arrayContaining(["2026-03-20", "2026-03-21", "2026-03-22"]))
    expect(of("TR", 2026)).not.toContain("2026-03-23")
    expect(of("IS", 2026)).not.toContain("2026-12-24")
  })
  it("that are listed year by year are known to the end of the list", () => {
    const singapore = holidays("SG")
    const vesak = singapore?.closed.filter((date) => date.slice(5, 7) === "05" && !date.endsWith("-01"))
    expect(singapore?.publishedThrough).toBeLessThan(2035)
    expect(vesak?.some((date) => date.startsWith(String(singapore?.publishedThrough)))).toBe(true)
  })
  it("are dates in order, each once", () => {
    for (const code of ["CN", "GB-ENG", "DE-BY", "NO"]) {
      const closed = holidays(code)?.closed ?? []
      expect(closed.length).toBeGreaterThan(100)
      expect(closed).toEqual([...new Set(closed)].sort())
      expect(closed.every((date) => /^20[0-3]\d-[01]\d-[0-3]\d$/.test(date))).toBe(true)
    }
  })
  it("are undefined for a code that no country has", () => {
    for (const code of ["XX", "GB-XXX", "gb", "", "GB-", "CN-", "GB-ENG-X"]) expect(holidays(code)).toBeUndefined()
  })
})
