import { describe, expect, it } from "vitest"
import type { Zone } from "../../src/bundle/Bundle.ts"
import { platformZone, tableLine, tableZone, zone } from "../../src/calendar/Zone.ts"
import { table, version } from "../../src/generated/zones.js"

const DAY = 86_400_000

const offsetAt = (zone: Zone | undefined, at: number): number =>
  zone?.offsetMinutes[zone.from.filter((from) => from <= at).length] ?? Number.NaN

describe("a zone from the platform", () => {
  it("has the changes of a zone to the minute", () => {
    const london = zone("Europe/London")
    const of2026 = london?.from.filter((at) => new Date(at).getUTCFullYear() === 2026)
    expect(of2026).toEqual([Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)])
    expect(london?.offsetMinutes).toHaveLength((london?.from.length ?? 0) + 1)
    expect(zone("Asia/Kathmandu")?.offsetMinutes.at(-1)).toBe(345)
    expect(zone("Asia/Shanghai")?.from.every((at) => at < Date.UTC(1992, 0, 1))).toBe(true)
    expect(zone("UTC")).toEqual({ id: "UTC", from: [], offsetMinutes: [0] })
  })
  it("agrees with the platform every few days, in zones with half hours, odd offsets, skipped days and Ramadan", () => {
    const ids = [
      "America/St_Johns",
      "Africa/Casablanca",
      "Asia/Gaza",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Antarctica/Troll"
    ]
    for (const id of ids) {
      const found = platformZone(id)
      const name = new Intl.DateTimeFormat("en-US", { timeZone: id, timeZoneName: "longOffset" })
      for (let at = Date.UTC(1990, 0, 3); at < Date.UTC(2060, 0, 1); at += 11 * DAY) {
        const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name.format(at)) ?? []
        expect(offsetAt(found, at), `${id} ${new Date(at).toISOString()}`).toBe(
          (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0
        )
      }
    }
  })
  it.runIf(process.versions["tz"] === version)("equals the zone in the table of this package", () => {
    for (const id of ["UTC", "Asia/Shanghai", "Africa/Casablanca", "Australia/Lord_Howe", "America/New_York"])
      expect(tableZone(id), id).toEqual(platformZone(id))
  })
  it("is a line of the table", () => {
    for (const line of table.trim().split("\n ")) {
      const ids = (line.split(";")[0] ?? "").trim().split(" ")
      const [found] = ids.map(tableZone)
      expect(found && tableLine(ids, found).trim()).toBe(line.trim())
    }
  })
  it("comes from the platform if the table does not have the name", () => {
    expect(tableZone("Asia/Kolkata")).toBeUndefined()
    expect(zone("Asia/Kolkata")?.offsetMinutes).toEqual([330])
  })
  it("is read only once", () => {
    expect(zone("Europe/Paris")).toBe(zone("Europe/Paris"))
  })
  it("is undefined for a name that the platform does not know", () => {
    for (const id of ["Europe/Londn", "+08:00", "", "Asia/"]) expect(zone(id)).toBeUndefined()
  })
  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(zone("Europe/London")))).toEqual(zone("Europe/London"))
  })
})
