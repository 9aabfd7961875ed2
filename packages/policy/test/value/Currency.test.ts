/** Currencies and the words that people write for them: one test for each word. */
import { describe, expect, it } from "vitest"
import { currencyMeant, currencyOf } from "../../src/value/Currency.ts"

/** Source: ISO 4217, list one, without codes of metals, funds, tests and units without digits. */
const digits: readonly (readonly [count: number, codes: string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
       CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
       HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK
       MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD
       RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH
       USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`
  ],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"]
]

describe("a currency", () => {
  it.each(digits.flatMap(([count, codes]) => codes.split(/\s+/).map((code) => [code, count] as const)))(
    "%s has %i decimal places",
    (code, count) => expect(currencyOf(code)).toEqual({ code, digits: count })
  )

  it.each(["ABC", "DEM", "FRF", "cny", "", "XAU", "XXX", "EURO"])("%j does not exist", (code) =>
    expect(currencyOf(code)).toBeUndefined()
  )
})

describe("what people write for a currency", () => {
  it.each([
    ["RMB", "CNY"],
    ["rmb", "CNY"],
    ["CNH", "CNY"],
    ["yuan", "CNY"],
    ["元", "CNY"],
    ["人民币", "CNY"],
    ["人民币元", "CNY"],
    ["CN¥", "CNY"],
    ["€", "EUR"],
    ["euro", "EUR"],
    ["欧元", "EUR"],
    ["£", "GBP"],
    ["UKP", "GBP"],
    ["STG", "GBP"],
    ["英镑", "GBP"],
    ["US$", "USD"],
    ["美元", "USD"],
    ["HK$", "HKD"],
    ["港币", "HKD"],
    ["港元", "HKD"],
    ["NT$", "TWD"],
    ["NTD", "TWD"],
    ["日元", "JPY"],
    ["yen", "JPY"],
    ["₹", "INR"],
    ["₩", "KRW"],
    ["RUR", "RUB"],
    ["TRL", "TRY"],
    [" RMB ", "CNY"]
  ])("%s means %s", (written, code) => {
    expect(currencyMeant(written)).toMatchObject({ guess: code, sure: true })
  })

  it.each([
    ["¥", ["CNY", "JPY"]],
    ["￥", ["CNY", "JPY"]],
    ["$", ["USD", "CAD", "AUD"]],
    ["dollar", ["USD", "CAD", "AUD"]]
  ])("%s can mean any of %j", (written, guesses) => {
    expect(currencyMeant(written)).toMatchObject({ guesses })
    expect(currencyMeant(written)).not.toHaveProperty("sure")
  })

  it("a code in small letters is guessed, and other words are not", () => {
    expect(JSON.stringify(currencyMeant("cny"))).toContain('"CNY"')
    expect(currencyMeant("money")).toEqual({ known: ["CNY", "EUR", "USD", "GBP"] })
  })
})
