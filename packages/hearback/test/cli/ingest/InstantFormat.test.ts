/** How instants of exports are read, and which format is suggested if they cannot be. */
import { describe, expect, it } from "vitest"
import { formatsOf, inNamedZone, plainReader, readerOf } from "../../../src/runtime/InstantFormat.ts"

const shanghai = inNamedZone("Asia/Shanghai") ?? expect.fail()
const iso = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString())

describe("instants", () => {
  const plain = plainReader(shanghai)
  it.each([
    ["2026-11-16 09:40", "2026-11-16T01:40:00.000Z"],
    ["2026-11-16", "2026-11-15T16:00:00.000Z"],
    ["2026-11-16T09:40:30+02:00", "2026-11-16T07:40:30.000Z"],
    ["2026-11-16T09:40:30.250Z", "2026-11-16T09:40:30.250Z"],
    ["2026/11/16 9:40", "2026-11-16T01:40:00.000Z"],
    ["2026/1/6 9:40:05", "2026-01-06T01:40:05.000Z"],
    ["2026.11.16 09:40", "2026-11-16T01:40:00.000Z"],
    ["2026年11月16日 9:40", "2026-11-16T01:40:00.000Z"],
    ["2026年11月16日 下午3:40", "2026-11-16T07:40:00.000Z"],
    ["2026-11-16 9:40 PM", "2026-11-16T13:40:00.000Z"],
    ["2026-11-16 12:05 am", "2026-11-15T16:05:00.000Z"],
    ["16 Nov 2026 09:40", "2026-11-16T01:40:00.000Z"],
    ["16-Nov-2026", "2026-11-15T16:00:00.000Z"],
    ["Nov 16, 2026 9:40 a.m.", "2026-11-16T01:40:00.000Z"],
    ["Mon, 16 Nov 2026 09:40:00 +0000", "2026-11-16T09:40:00.000Z"],
    ["1794822000", "2026-11-16T09:40:00.000Z"],
    ["1794822000000", "2026-11-16T09:40:00.000Z"],
    ["46342", "2026-11-15T16:00:00.000Z"],
    ["46342.402777777781", "2026-11-16T01:40:00.000Z"]
  ])("F-I4 · in the unambiguous form %s are read", (text, at) => expect(iso(plain(text))).toBe(at))

  it.each([
    "16/11/2026",
    "11/16/2026 09:40",
    "2026-13-01",
    "2026-02-30",
    "13:40 PM",
    "2026-11-16 13:40 PM",
    "soon",
    "12",
    ""
  ])("F-I4 · in the form %s are not read", (text) => expect(plain(text)).toBeUndefined())

  it.each([
    ["dd/MM/yyyy HH:mm", "16/11/2026 09:40", "2026-11-16T01:40:00.000Z"],
    ["dd/MM/yyyy HH:mm", "16/11/2026 9:40:30", "2026-11-16T01:40:30.000Z"],
    ["dd/MM/yyyy HH:mm", "16/11/2026 9:40 PM", "2026-11-16T13:40:00.000Z"],
    ["dd/MM/yyyy HH:mm", "16/11/2026", "2026-11-15T16:00:00.000Z"],
    ["dd/MM/yyyy HH:mm", "46342.402777777781", "2026-11-16T01:40:00.000Z"],
    ["dd/MM/yyyy HH:mm:ss", "6/1/2026 9:40", "2026-01-06T01:40:00.000Z"],
    ["M/d/yyyy h:mm a", "11/16/2026 9:40 PM", "2026-11-16T13:40:00.000Z"],
    ["MM/dd/yyyy hh:mm:ss A", "11/16/2026 12:00:00 AM", "2026-11-15T16:00:00.000Z"],
    ["DD.MM.YYYY H:mm", "16.11.2026 9:40", "2026-11-16T01:40:00.000Z"],
    ["dd/MM/yy", "16/11/26", "2026-11-15T16:00:00.000Z"],
    ["d MMM yyyy 'at' H:mm", "16 Nov 2026 at 9:40", "2026-11-16T01:40:00.000Z"],
    ["HH:mm dd/MM/yyyy", "09:40 16/11/2026", "2026-11-16T01:40:00.000Z"],
    ["yyyy-MM-ddTHH:mm:ssZ", "2026-11-16T09:40:00+0000", "2026-11-16T09:40:00.000Z"]
  ])("F-I4 · in the format %s are read: %s", (format, text, at) =>
    expect(iso(readerOf(format, shanghai)?.(text) ?? plain(text))).toBe(at)
  )

  it.each(["HH:mm", "dd/MM", "yyyy-MM-dd MM", ""])("cannot have the format %s", (format) =>
    expect(readerOf(format, shanghai)).toBeUndefined()
  )

  it("F-I4 · get suggestions of all formats that can read every one of them", () => {
    expect(formatsOf(["16/11/2026 09:40", "03/04/2026 10:00"])).toEqual(["dd/MM/yyyy HH:mm"])
    expect(formatsOf(["11/16/2026 9:40 PM"])).toEqual(["MM/dd/yyyy HH:mm"])
    expect(formatsOf(["03/04/2026"])).toEqual(["dd/MM/yyyy", "MM/dd/yyyy"])
    expect(formatsOf(["soon"])).toEqual([])
  })
})
