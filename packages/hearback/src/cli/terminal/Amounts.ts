/** Money, shares and limits for people. */
import { type Bundle, Text } from "@hearback/core"

/** Returns `1,200 CNY`, or `1,200 元`; fraction digits only where there are some. */
export const moneyText = (amount: number, currency: string | null, language: Bundle.Language): string => {
  const [whole = "0", fraction] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  const text = `${grouped}${fraction === undefined ? "" : `.${fraction}`}`
  return currency === null ? text : Text.form(language).money(text, currency)
}

export const percentOf = (share: number): number => Math.round(share * 100)

/** What is added, or taken away. */
export const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`)
