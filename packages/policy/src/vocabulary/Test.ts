/** Writes tests of cells (`>= 3`) in the standard spelling: ASCII signs, with one blank behind them. */
import type { KeyLanguage } from "./KeyLanguage.ts"
import { lengthIn } from "./Unit.ts"

const signs: Readonly<Record<string, string>> = {
  "≥": ">=",
  "≤": "<=",
  "≠": "!=",
  "＞＝": ">=",
  "＜＝": "<=",
  "＞": ">",
  "＜": "<",
  "＝": "="
}
const compare = /^\s*(>=|<=|!=|＞＝|＜＝|[≥≤≠><=＞＜＝])\s*([^\s,][^,]*?)\s*$/u

/** Returns a comparison in the standard spelling, with its duration in the words of a language. */
export const testIn = (text: string, to: KeyLanguage): string => {
  const [, sign = "", value = ""] = compare.exec(text) ?? []
  return value === "" ? text : `${signs[sign] ?? sign} ${lengthIn(value, to) ?? value}`
}
