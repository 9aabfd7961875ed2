/** Numbers as customers write them: in digits, or in English or Chinese words. */

const units = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ")
const teens = "sixteen seventeen eighteen nineteen".split(" ")
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
const english: ReadonlyMap<string, number> = new Map([
  ...[...units, ...teens].map((word, n) => [word, n] as const),
  ...tens.map((word, n) => [word, 20 + 10 * n] as const)
])
const numerals = "零一二三四五六七八九"

/** Returns the whole number up to a hundred that words say; undefined if they say none. */
const inWords = (words: string): number | undefined => {
  if (/^(?:one |a )?hundred$|^一?百$/u.test(words)) return 100
  const [first = "", second] = words.split(/[\s-]+/u)
  const [ten, one] = [english.get(first), english.get(second ?? "zero")]
  if (ten !== undefined && second === undefined) return ten
  if (ten !== undefined && one !== undefined) return ten >= 20 && one > 0 && one < 10 ? ten + one : undefined
  return inChinese(words.replaceAll("两", "二").replaceAll("〇", "零"))
}

const inChinese = (words: string): number | undefined => {
  const found = /^(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/u.exec(words)
  if (found === null || words === "" || (found[2] !== undefined && found[3] === "零")) return undefined
  const digit = (at: string): number => numerals.indexOf(at)
  return (found[2] === undefined ? 0 : digit(found[1] ?? "一") * 10) + (found[3] === undefined ? 0 : digit(found[3]))
}

/** Returns the number, in digits, if words say a number and nothing else; undefined otherwise. */
export const numberIn = (words: string): string | undefined => {
  if (/^\d+(?:\.\d+)?$/u.test(words)) return words
  const said = inWords(words)
  if (said !== undefined) return String(said)
  const [whole = "", rest] = words.split("点")
  const [before, after] = [inWords(whole), rest === undefined || rest === "" ? undefined : numerals.indexOf(rest)]
  return before === undefined || after === undefined || after < 0 ? undefined : `${before}.${after}`
}
