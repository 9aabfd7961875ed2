import { describe, expect, it } from "vitest"
import { differ, identifiersOf } from "../../src/language/likeness/Identifiers.ts"

const of = (text: string): readonly string[] => [...identifiersOf(text)].sort()

describe("Identifiers", () => {
  it.each([
    ["My order 4711 has not arrived", ["4711"]],
    ["Invoice no. 12 is wrong", ["12"]],
    ["invoice #2026-0815", ["20260815"]],
    ["The printer X200 jams", ["X200"]],
    ["model: wa-70 b", ["WA70"]],
    ["订单号：A-17 没有到", ["A17"]],
    ["发票12345678金额不对", ["12345678"]],
    ["型号 KFR-35GW 的空调不制冷", ["KFR35GW"]],
    ["订单号是８８２１，一直没发货", ["8821"]],
    ["航班CA1831取消了", ["CA1831"]],
    ["Booking reference: QX7PLM2, paid 230 EUR on 2026-11-16 at 10:30", ["QX7PLM2"]]
  ])("F-J2 · finds the number in %j", (text, numbers) => {
    expect(of(text)).toEqual(numbers)
  })

  it.each([
    "I waited 30 minutes on 16 Nov 2026 and paid 1,200.50 EUR",
    "16.11.2026 um 10:30",
    "等了3个小时，花了12000元，第2次了",
    "2nd time, 3rd call, 10am, 5GB, 100km, 4 people",
    "since 2019 nothing but trouble",
    "no 3 stars from me, half price 99.90",
    "B2B and 4G and A4"
  ])("F-J2 · finds none in %j", (text) => {
    expect(of(text)).toEqual([])
  })

  it("F-J2 · two texts differ if each names a number that the other does not", () => {
    const [a, b, none] = [identifiersOf("order 4711, X200"), identifiersOf("order 4712, X200"), identifiersOf("order")]
    expect([differ(a, b), differ(a, a), differ(a, none), differ(a, identifiersOf("order 4711"))]).toEqual([
      true,
      false,
      false,
      false
    ])
  })
})
