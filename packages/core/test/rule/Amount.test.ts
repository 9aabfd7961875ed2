/** The amount that a written amount means in the units of its limit: one test for each row. */
import { describe, expect, it } from "vitest"
import type { Exchange, Power } from "../../src/case/track/Authority.ts"
import type { Situation } from "../../src/draft/Draft.ts"
import { amountOf, foreignIn, unitOf } from "../../src/rule/approval/amount.ts"

const euro = { code: "EUR", digits: 2 }
const yen = { code: "JPY", digits: 0 }
const rates = {
  USD: { rate: 0.92, of: "2026-11-13" },
  CNY: { rate: "0.12750001" },
  KRW: { rate: 0.0007 },
  BAD: { rate: "1,2" },
  BIG: { rate: 1e8 }
}

const at = (currency: typeof euro | undefined): Situation =>
  ({ policy: { bundle: { currency } }, meta: { gathered: { rates } } }) as unknown as Situation
const worth = (power: Power, amount: number | string, currency: typeof euro | undefined = euro) =>
  amountOf(at(currency), { do: power, amount, reason: "goodwill" })

describe("an amount of the policy's own currency", () => {
  it.each<[written: number | string, cents: number | undefined]>([
    [10, 1_000],
    [10.55, 1_055],
    ["10", 1_000],
    ["10.5 EUR", 1_050],
    [" 10 EUR ", 1_000],
    ["10eur", 1_000],
    [0.01, 1],
    [0.001, undefined],
    [10.555, undefined],
    [0, undefined],
    [-1, undefined],
    ["EUR", undefined],
    ["ten", undefined],
    ["", undefined]
  ])("%j is %j cents", (written, cents) => {
    expect(worth("compensate", written)).toEqual(cents === undefined ? undefined : { amount: cents })
  })

  it("has the digits of that currency, and two if the policy names none", () => {
    expect([10, 0.5].map((amount) => worth("compensate", amount, yen)?.amount)).toEqual([10, undefined])
    // An explicit undefined would be replaced by the parameter's default.
    const nameless = { do: "compensate", amount: 0.5, reason: "goodwill" } as const
    expect(amountOf(at(undefined), nameless)).toEqual({ amount: 50 })
    expect(unitOf(at(undefined), "compensate")).toEqual({ _tag: "Amount", scale: 2, unit: "", min: 0.01 })
    expect(unitOf(at(yen), "compensate")).toEqual({ _tag: "Amount", scale: 0, unit: "JPY", min: 1 })
  })
})

describe("an amount of another currency", () => {
  const by = (currency: string, amount: string, rate: string, of?: string): Exchange =>
    of === undefined ? { amount, currency, rate } : { amount, currency, rate, of }

  it.each<[written: string, cents: number, exchanged: Exchange]>([
    ["5 USD", 460, by("USD", "5", "0.92", "2026-11-13")],
    ["5USD", 460, by("USD", "5", "0.92", "2026-11-13")],
    [" 5  USD ", 460, by("USD", "5", "0.92", "2026-11-13")],
    ["5.1234 USD", 471, by("USD", "5.1234", "0.92", "2026-11-13")],
    ["100 CNY", 1_275, by("CNY", "100", "0.12750001")],
    // Half a cent is rounded up to a cent, and no grant is worth 0.
    ["50 KRW", 4, by("KRW", "50", "0.0007")],
    ["1 KRW", 1, by("KRW", "1", "0.0007")]
  ])("%s is %i cents at the rate of the day, which stays with it", (written, cents, exchanged) => {
    expect(worth("compensate", written)).toEqual({ amount: cents, exchanged })
  })

  it.each(["5 GBP", "5 BAD", "99999999999 BIG"])(
    "%s is beyond every limit, since nobody knows its worth",
    (written) => {
      expect(worth("compensate", written)).toEqual({ amount: Number.POSITIVE_INFINITY })
    }
  )

  it.each(["5 usd", "x5 USD", "5 USDX", "5.12345 USD", "5. USD", "-5 USD", "USD", "0.001 EUR"])(
    "%s is none",
    (written) => expect(worth("compensate", written)).toBeUndefined()
  )

  it("is refused if the policy has no currency, and for a discount or resources", () => {
    expect(amountOf(at(undefined), { do: "compensate", amount: "5 USD", reason: "goodwill" })).toBeUndefined()
    expect(worth("discount", "5 USD")).toBeUndefined()
    expect(worth("grant", "5 USD")).toBeUndefined()
  })

  it.each([
    ["5 USD", "USD"],
    [" 5 USD ", "USD"],
    ["5 EUR", undefined],
    ["5", undefined],
    [5, undefined]
  ] as const)("%j names %j as a currency that a rate is asked for", (amount, named) => {
    expect(foreignIn(amount, "EUR")).toBe(named)
  })
})

describe("other powers", () => {
  it.each<[power: Power, written: number | string, units: number | undefined]>([
    ["discount", "10%", 1_000],
    ["discount", " 12.5 % ", 1_250],
    ["discount", "0.01%", 1],
    ["discount", "100%", 10_000],
    ["discount", "100.01%", undefined],
    ["discount", "0%", undefined],
    // Without a percent sign, 0.1 could mean a tenth or a thousandth.
    ["discount", 0.1, undefined],
    ["discount", "10", undefined],
    ["grant", 3, 3],
    ["grant", "3", 3],
    ["grant", 1.5, undefined],
    ["grant", 0, undefined],
    ["grant", "3 EUR", undefined]
  ])("%s of %j is %j", (power, written, units) => {
    expect(worth(power, written)).toEqual(units === undefined ? undefined : { amount: units })
  })
})
