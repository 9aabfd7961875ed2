/** Money, shares and limits for people. */

/** Returns `1,200 CNY`; fraction digits only where there are some. */
export const moneyText = (amount: number, currency: string | null): string => {
  const [whole = "0", fraction] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split(".")
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  return `${grouped}${fraction === undefined ? "" : `.${fraction}`}${currency === null ? "" : ` ${currency}`}`
}

export const percentOf = (share: number): number => Math.round(share * 100)

/** What is added, or taken away. */
export const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`)
