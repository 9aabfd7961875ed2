/** Writes money, shares and limits for people. */
import { type Bundle, Text } from "@hearback/core"

/** Returns `1,200 CNY`, or `1,200 元`; decimal places only if they are not zero. */
export const moneyText = (amount: number, currency: string | null, language: Bundle.Language): string => {
  const [whole = "0", fraction] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  const text = `${grouped}${fraction === undefined ? "" : `.${fraction}`}`
  return currency === null ? text : Text.form(language).money(text, currency)
}

/** Returns a share in percent, as a whole number. */
export const percentOf = (share: number): number => Math.round(share * 100)

/** Returns points with their sign. */
export const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`)
