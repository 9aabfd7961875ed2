/** Finds numbers in the words of a question to customers: its scale, and how often they are asked. */

/** The scale that a text states, and its words. `low` is absent if the text gives only the upper end. */
export interface SaidScale {
  readonly words: string
  readonly low?: number
  readonly high: number
}

/** Words after a number that show that it counts or measures something, so that it is no score. */
// Days of a month are followed by its name.
const measured =
  "%|minutes?|hours?|days?|weeks?|months?|years?|working|business|[ap]\\.?m|times|people|customers|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|分钟|小时|天|日|周|个|月|年|点|号|次|人|名|元"
const notMeasured = `(?![\\d:/-]|[.,]\\d)(?!\\s*(?:${measured}))`
const number = "(\\d{1,3}|[零一二三四五六七八九十百])"

const ranges = [
  new RegExp(
    `(?<![\\d:.,/-])(\\d{1,3})\\s*分?\\s*(?:to|through|[-–—~～至到])\\s*(\\d{1,3})${notMeasured}(?:\\s*[分星级])?`,
    "giu"
  ),
  new RegExp(`between\\s+(\\d{1,3})\\s+and\\s+(\\d{1,3})${notMeasured}`, "giu"),
  /([零一十])\s*[至到]\s*([一二三四五六七八九十])\s*[分星级]/gu
]
const ends = [
  new RegExp(`out\\s+of\\s+(\\d{1,3})${notMeasured}`, "giu"),
  new RegExp(`满分(?:为|是)?\\s*${number}(?:\\s*分)?(?![\\d%])`, "gu"),
  new RegExp(`${number}\\s*分制`, "gu"),
  /(\d{1,3})[- ]point\s+scale/giu
]

const chinese = "零一二三四五六七八九十"
const scoreOf = (digits: string): number => {
  const at = chinese.indexOf(digits)
  return digits === "百" ? 100 : at < 0 ? Number(digits) : at
}

/**
 * Returns the scale that a text states; undefined if it states none. Several ranges, as of `0-6` and `9-10`, are one
 * scale.
 */
export const scaleSaid = (text: string): SaidScale | undefined => {
  const found = ranges
    .flatMap((range) => [...text.matchAll(range)])
    .map(([words, from = "", to = ""]) => {
      const [a, b] = [scoreOf(from), scoreOf(to)]
      return { words, low: Math.min(a, b), high: Math.max(a, b) }
    })
  const low = Math.min(...found.map((each) => each.low))
  const widest = found.toSorted((a, b) => b.high - a.high)[0]
  // Other pairs of numbers are dates, or sizes of something.
  if (widest !== undefined && low <= 1 && widest.high > 1) return { words: widest.words, low, high: widest.high }
  const [end] = ends.flatMap((one) => [...text.matchAll(one)])
  return end === undefined ? undefined : { words: end[0], high: scoreOf(end[1] ?? "") }
}

const often: readonly (readonly [string, RegExp])[] = [
  ["daily", /\b(?:daily|every day|once a day)\b|每天|每日/iu],
  ["weekly", /\b(?:weekly|every week|once a week)\b|每周|每星期/iu],
  ["monthly", /\b(?:monthly|every month|once a month)\b|每个?月/iu],
  ["quarterly", /\b(?:quarterly|every quarter|once a quarter|four times a year)\b|每个?季度?/iu],
  ["half-yearly", /\b(?:half-yearly|every six months|every half year|twice a year)\b|每半年|[每一]年两次/iu],
  ["yearly", /(?<!half-)\b(?:yearly|every year|once a year|annually)\b|每年(?!两次)|一年一次/iu]
]

/**
 * Returns how often a text says that something occurs, and its words; undefined if it says nothing, or several
 * frequencies.
 */
export const frequencySaid = (text: string): { readonly words: string; readonly frequency: string } | undefined => {
  const found = often.flatMap(([frequency, words]) => {
    const [said] = words.exec(text) ?? []
    return said === undefined ? [] : [{ words: said, frequency }]
  })
  return found.length === 1 ? found[0] : undefined
}
