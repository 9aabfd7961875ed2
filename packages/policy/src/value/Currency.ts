/** Currencies by their codes. Source: ISO 4217, list one (current currency and funds codes), 2026. */
import { defined } from "@hearback/core"
import { guessed } from "../diagnostic/UnknownWords.ts"

/** A currency. */
export interface Currency {
  readonly code: string
  /** The number of decimal places. */
  readonly digits: number
}

/** Codes by the number of their decimal places. */
const codes: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2:
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY " +
    "COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS " +
    "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR " +
    "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP " +
    "STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW"
}

const digitsOf: ReadonlyMap<string, number> = new Map(
  Object.entries(codes).flatMap(([digits, list]) => list.split(" ").map((code) => [code, Number(digits)] as const))
)

/** Returns a currency by its code; undefined if ISO 4217 does not list it. */
export const currencyOf = (code: string): Currency | undefined => {
  const digits = digitsOf.get(code)
  return digits === undefined ? undefined : { code, digits }
}

/** What people write for a currency, and the codes that it can mean. */
const meanings: Readonly<Record<string, string>> = {
  RMB: "CNY",
  CNH: "CNY",
  YUAN: "CNY",
  元: "CNY",
  人民币: "CNY",
  人民币元: "CNY",
  "CN¥": "CNY",
  "¥": "CNY JPY",
  "￥": "CNY JPY",
  "€": "EUR",
  EURO: "EUR",
  欧元: "EUR",
  "£": "GBP",
  UKP: "GBP",
  STG: "GBP",
  英镑: "GBP",
  $: "USD CAD AUD",
  US$: "USD",
  DOLLAR: "USD CAD AUD",
  美元: "USD",
  HK$: "HKD",
  港币: "HKD",
  港元: "HKD",
  NT$: "TWD",
  NTD: "TWD",
  日元: "JPY",
  YEN: "JPY",
  "₹": "INR",
  "₩": "KRW",
  RUR: "RUB",
  TRL: "TRY"
}

/** Returns the currency that was probably meant, as parameters of a finding. */
export const currencyMeant = (code: string) => {
  const known = ["CNY", "EUR", "USD", "GBP"]
  const written = code.trim().toUpperCase()
  const [guess, ...others] = Object.hasOwn(meanings, written) ? (meanings[written] ?? "").split(" ") : []
  if (guess !== undefined && others.length > 0) return { known, guesses: [guess, ...others] }
  if (guess !== undefined) return { known, guess, sure: true }
  // Three letters are similar to many codes, so only the same letters are a guess, such as `cny`.
  const near = digitsOf.has(written) ? guessed(code, [written]) : {}
  return { known, ...defined(near) }
}
