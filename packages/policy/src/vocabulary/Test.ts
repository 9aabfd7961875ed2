/** Tests of cells (`>= 3`) in the spelling that the language writes: signs of ASCII, one blank behind them. */
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

/** Returns a comparison as it is written, its length of time in the words of a language; nothing else changes. */
export const testIn = (text: string, to: KeyLanguage): string => {
  const [, sign = "", value = ""] = compare.exec(text) ?? []
  return value === "" ? text : `${signs[sign] ?? sign} ${lengthIn(value, to) ?? value}`
}
