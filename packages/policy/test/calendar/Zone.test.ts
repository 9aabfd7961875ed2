import { describe, expect, it } from "vitest"
import { zone } from "../../src/calendar/Zone.ts"

const DAY = 86_400_000

const offsetAt = (id: string, at: number): number => {
  const found = zone(id)
  return found?.offsetMinutes[found.from.filter((from) => from <= at).length] ?? Number.NaN
}

describe("a zone from the platform", () => {
  it("holds the changes of a zone to the minute", () => {
    const london = zone("Europe/London")
    const of2026 = london?.from.filter((at) => new Date(at).getUTCFullYear() === 2026)
    expect(of2026).toEqual([Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)])
    expect(london?.offsetMinutes).toHaveLength((london?.from.length ?? 0) + 1)
    expect(zone("Asia/Kathmandu")?.offsetMinutes.at(-1)).toBe(345)
    expect(zone("Asia/Shanghai")?.from.every((at) => at < Date.UTC(1992, 0, 1))).toBe(true)
    expect(zone("UTC")).toEqual({ id: "UTC", from: [], offsetMinutes: [0] })
  })
  it("agrees with the platform every few days, in zones with halves, odd hours, lost days and Ramadan", () => {
    const ids = [
      "America/St_Johns",
      "Africa/Casablanca",
      "Asia/Gaza",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Antarctica/Troll"
    ]
    for (const id of ids) {
      const name = new Intl.DateTimeFormat("en-US", { timeZone: id, timeZoneName: "longOffset" })
      for (let at = Date.UTC(1990, 0, 3); at < Date.UTC(2060, 0, 1); at += 11 * DAY) {
        const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name.format(at)) ?? []
        expect(offsetAt(id, at), `${id} ${new Date(at).toISOString()}`).toBe(
          (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0
        )
      }
    }
  })
  it("is read once", () => {
    expect(zone("Europe/Paris")).toBe(zone("Europe/Paris"))
  })
  it("is nothing for a name that the platform does not know", () => {
    for (const id of ["Europe/Londn", "+08:00", "", "Asia/"]) expect(zone(id)).toBeUndefined()
  })
  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(zone("Europe/London")))).toEqual(zone("Europe/London"))
  })
})
