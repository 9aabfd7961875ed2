/** Amounts as whole numbers of the smallest unit, parsed from text and written with the digits of the unit. */

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** Returns a number without a fraction as an amount; undefined if the product is not exact. */
export const wholeAmount = (value: unknown, scale: number): number | undefined => {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return undefined
  const code = value * 10 ** scale
  return Number.isSafeInteger(code) ? code + 0 : undefined
}

/** Returns the amount in a text. Digits are moved as text, so no rounding of binary fractions can occur. */
export const encodeAmount = (text: string, scale: number, unit: string): number | undefined => {
  const bare = text.trim()
  const number = unit !== "" && bare.toUpperCase().endsWith(unit.toUpperCase()) ? bare.slice(0, -unit.length) : bare
  const found = decimal.exec(number.trimEnd())
  const digits = (found?.[2] ?? "") + (found?.[3] ?? "")
  if (found === null || digits === "") return undefined
  const point = (found[2] ?? "").length + Number(found[4] ?? 0) + scale
  const kept = digits.slice(0, Math.max(point, 0)).padEnd(point, "0")
  if (/[1-9]/.test(digits.slice(Math.max(point, 0)))) return undefined
  const code = Number(kept)
  if (!Number.isSafeInteger(code)) return undefined
  return found[1] === "-" && code !== 0 ? -code : code
}

/** Returns an amount as text. */
export const renderAmount = (code: number, scale: number, unit: string): string => {
  const digits = String(Math.abs(code)).padStart(scale + 1, "0")
  const point = digits.length - scale
  const number = `${code < 0 ? "-" : ""}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ""}`
  // Money keeps all its digits; a number or a share loses trailing zeros.
  return unit === "" || unit === "%"
    ? `${number.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")}${unit}`
    : `${number} ${unit}`
}
