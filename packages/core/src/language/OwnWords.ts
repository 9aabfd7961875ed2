/**
 * The customer's own words within a message: without quoted history and signatures, cut into clauses.
 *
 * Everything is offsets into the original text, as pairs `[start, end)` in one flat sorted list. Recognised are the
 * marks that mail programs set in English and Chinese; in doubt a line is the customer's own.
 */

/** Spans of a text, `[start0, end0, start1, end1 …)`, sorted and disjoint. */
export type Spans = readonly number[]

/** Returns the lines that the customer wrote. */
export const ownWords = (text: string): Spans => {
  const lines = splitLines(text)
  const cut = lines.findIndex((line, i) => isHistory(lines, i) || isSignature(line, lines.length - i))
  const kept = (cut < 0 ? lines : lines.slice(0, cut)).filter(
    (line, i) => !isQuoted(line.text) && !attributes(lines, i)
  )
  const lastWords = kept.findLastIndex((line) => line.text.trim() !== "")
  const spans: number[] = []
  kept.forEach((line, i) => {
    if (isDevice(line.text.trim(), i === lastWords)) return
    if (spans.at(-1) === line.start) spans[spans.length - 1] = line.end
    else spans.push(line.start, line.end)
  })
  return spans
}

/**
 * Returns the clauses of the given spans: a negation or a *very* reaches no further. Sentence marks, commas, line
 * breaks, *but* and *however*, 但 and 不过 end a clause; a mark within a number (1,200 or 3.5) does not.
 */
export const clauses = (text: string, within: Spans): Spans => {
  const out: number[] = []
  for (let i = 0; i < within.length; i += 2) {
    const [from, to] = [within[i] as number, within[i + 1] as number]
    let start = from
    for (const found of text.slice(from, to).matchAll(separator)) {
      const at = from + found.index
      if (at > start) out.push(start, at)
      start = at + found[0].length
    }
    if (to > start) out.push(start, to)
  }
  return out
}

const separator =
  /[。！？；，…!?;\r\n]|[.,:](?!\d)|：|但是|但|不过|可是|然而|(?<![\p{L}\p{N}])(?:but|however|although|though)(?![\p{L}\p{N}])/giu

interface Line {
  readonly start: number
  /** With its line break. */
  readonly end: number
  /** Without. */
  readonly text: string
}

/** No mark of a mail program is longer; what is longer is somebody's paragraph. */
const LONGEST_MARK = 300

const splitLines = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let start = 0
  while (start < text.length) {
    const found = text.indexOf("\n", start)
    const end = found < 0 ? text.length : found + 1
    lines.push({ start, end, text: text.slice(start, Math.min(end, start + LONGEST_MARK)).replace(/\r?\n$/, "") })
    start = end
  }
  return lines
}

const isQuoted = (line: string): boolean => /^[ \t]*[>＞]/.test(line)

/** Everything from here on is an older message. */
const isHistory = (lines: readonly Line[], at: number): boolean => {
  const text = lines[at]?.text.trim() ?? ""
  if (divider.test(text) || /^(?:begin forwarded message|发件人)\s*[:：]/i.test(text)) return true
  if (/^from\s*:/i.test(text)) return lines.slice(at + 1, at + 5).some((line) => /^(?:sent|date)\s*:/i.test(line.text))
  const length = attribution(lines, at)
  return length > 0 && !quoteFollows(lines, at + length)
}

const divider =
  /^-{2,}\s*(?:original message|forwarded message|原始邮件|邮件原件|回复的原邮件|转发的邮件|转发邮件|历史邮件)\s*-{2,}$/i

/** `On … wrote:` or `在 … 写道：` with a date in it; returns how many lines it takes, 0 for none. */
const attribution = (lines: readonly Line[], at: number): number => {
  const text = lines[at]?.text.trim() ?? ""
  const opens = /^on\s/i.test(text) && !text.endsWith(":")
  // Programs wrap a long English one over two lines.
  const whole = opens ? `${text} ${lines[at + 1]?.text.trim() ?? ""}` : text
  if (whole.length > LONGEST_MARK || !/\d/.test(whole)) return 0
  const found = /^on\s.*\swrote\s*:$/i.test(whole) || /(?:^|[\s>])(?:在|于|於).*写道\s*[:：]$/.test(whole)
  return found ? (opens ? 2 : 1) : 0
}

const attributes = (lines: readonly Line[], at: number): boolean =>
  attribution(lines, at) > 0 || attribution(lines, at - 1) === 2

/** Quoted lines after an attribution end by themselves, and the answer may stand below them. */
const quoteFollows = (lines: readonly Line[], from: number): boolean => {
  const next = lines.slice(from, from + 3).find((line) => line.text.trim() !== "")
  return next !== undefined && isQuoted(next.text)
}

/** `-- ` by the convention of mail; without its blank only where a few lines are left, else it is a drawn line. */
const isSignature = (line: Line, left: number): boolean => line.text === "-- " || (line.text === "--" && left <= 8)

/** *Sent from my iPhone*; a device we do not know counts only as the last line. */
const isDevice = (line: string, isLast: boolean): boolean => knownDevice.test(line) || (isLast && anyDevice.test(line))

const knownDevice =
  /^(?:sent from my (?:iphone|ipad|android|samsung|galaxy|huawei|xiaomi|pixel|blackberry)\b.{0,30}|发自我的\s?(?:iphone|ipad|android|华为|小米|手机).{0,20})$/i

const anyDevice =
  /^(?:sent (?:from|via) [\p{L}\p{N}’' ]{1,30}|get outlook for [a-z]{2,10}|获取 ?outlook.{0,20}|(?:发自|发送自|来自)我的.{1,20}|从我的.{1,20}发送)\.?$/iu
