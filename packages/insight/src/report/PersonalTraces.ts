/**
 * Finds traces of a person in a text that is to be published: what identifies somebody by its form alone, in English
 * and Chinese. It rather finds too much than too little, because a person checks the result.
 */
import { PlainReading } from "@hearback/core"
import { familyNames } from "./FamilyNames.ts"

/** A trace with its place.  Units: UTF-16 offsets, half-open. */
export interface PersonalTrace {
  readonly kind: "e-mail" | "phone" | "id-number" | "order" | "address" | "account" | "name"
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Matches what can be between two digits of one number. */
const gap = "[ \\-.()/_·]{0,3}"
/** Matches digits as people write them: grouped by blanks, dots and dashes. */
const digits = (least: number, most: number): string => `\\d(?:${gap}\\d){${least - 1},${most - 1}}`
/** Matches a date, which is no other number. */
const noDay = "(?!(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\\d|3[01])(?!\\d))"
const noCompactDay = "(?!(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])(?!\\d))"
const noYears = "(?!(?:19|20)\\d\\d[ -](?:19|20)\\d\\d(?!\\d))"
const before = "(?<![\\d\\p{Script=Latin}])"
/** Matches a user name, which contains a digit or a `_`. */
const handle = "(?=[\\p{Script=Latin}\\d._-]*[\\d_])[\\p{Script=Latin}\\d][\\p{Script=Latin}\\d._-]{3,}"
const spokenDigit = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"

const eMail: readonly RegExp[] = [
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?(?:@|[[({]at[\])}])\s?[\p{L}\p{N}-]+(?:\s?(?:\.|[[({]dot[\])}])\s?[\p{L}\p{N}-]+)+/giu,
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+ at [\p{L}\p{N}-]+ dot [a-z]{2,}/giu
]

const idNumber: readonly RegExp[] = [
  // A Chinese identity card, and codes such as a passport, a national insurance or social security number.
  new RegExp(`${before}(?:\\d[ -]?){17}[\\dXx](?!\\d)`, "gu"),
  /(?<![\p{L}\p{N}])(?:\d{3}-\d{2}-\d{4}|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Z])(?![\p{L}\p{N}])/gu,
  /(?:passport|identity card|id card|id number|social security|national insurance|driving licen[cs]e|身份证|护照|驾驶证|社保|军官证|港澳通行证)(?: ?(?:no\.?|number|#|尾号|号码?|证号))?[\s:：#]*(?=[\p{Script=Latin} -]*\d)[\p{Script=Latin}\d][\p{Script=Latin}\d -]{3,}/giu,
  // A car number of mainland China or Britain.
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][·. -]?(?=[A-Z\d]*\d)[A-Z\d]{5,6}(?![A-Z\d])/gu,
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2} ?[A-Z]{3}(?![\p{L}\p{N}])/gu,
  /(?:\bborn\b|\bdob\b|date of birth|birthday|生日|出生)[^\d\n]{0,16}\d{1,4}/giu
]

const orderWord =
  "(?:order|invoice|booking|reservation|tracking|parcel|account|customer|ticket|case|contract|policy|reference|ref|card|member|订单|发票|运单|快递单?|单号|流水|账号|帐号|账户|卡号|客户|顾客|用户|工单|合同|保单|预订|会员|案件|案号|工号|员工号|卡)"

const order: readonly RegExp[] = [
  new RegExp(
    `${orderWord}(?: ?(?:no\\.?|number|nr\\.?|id|code|#|号码?|编号))*[\\s:：#]*(?=[\\p{Script=Latin}\\d-]*\\d{3})[\\p{Script=Latin}\\d][\\p{Script=Latin}\\d-]{3,}`,
    "giu"
  ),
  new RegExp(
    `${orderWord}s? ?(?:no\\.?|number|nr\\.?|#|号码?|编号|：|:)[\\s:：#]*(?=[\\p{Script=Latin}\\d/-]*\\d{2})[\\p{Script=Latin}\\d][\\p{Script=Latin}\\d/-]+`,
    "giu"
  ),
  /(?:ending(?: in| with)?|last (?:four|4)(?: digits)?|尾号)(?:是|为|:|：)? ?\d{3,}/giu,
  /(?<![\d\p{Script=Latin}-])(?=[A-Z\d-]*\d{4})[A-Z]{1,5}-?\d[A-Z\d-]{4,}(?![\p{Script=Latin}])/gu,
  /(?<![\p{L}\p{N}])[A-Z]{2,5}[/-]\d{2,4}[/-]\d{3,}(?!\d)/gu,
  // A bank card number.
  /(?<!\d[ -]?)\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?(?![\d-])/gu,
  // The number of a case.
  /(?<![\p{L}\p{N}])\d{4}-(?=[A-Z]*\d|\d*[A-Z])[A-Z\d]{6}(?![\p{L}\p{N}])/gu,
  // A vehicle or device number.
  /(?<![\p{L}\p{N}])(?=[A-Z]*\d)(?=\d*[A-Z])(?=(?:[A-Z]*\d){4})[A-Z\d]{12,}(?![\p{L}\p{N}])/gu
]
const bareNumber: readonly RegExp[] = [
  new RegExp(`(?<![\\d.,]|\\b(?:GB|GB/T|ISO|IEC|EN|DIN|BS) )${noDay}\\d(?:[ -]?\\d){8,}(?![\\d,])`, "gu"),
  new RegExp(`(?<![\\d.,-])${noCompactDay}\\d{7,}(?![\\d.,])`, "gu")
]

const phone: readonly RegExp[] = [
  new RegExp(`${before}(?:\\+|00)\\s?${digits(8, 14)}(?!\\d)`, "gu"),
  new RegExp(`(?<![\\d\\p{Script=Latin}.,])(?:1${gap}[3-9]${gap}${digits(9, 9)}|\\(?0${digits(8, 11)})(?!\\d)`, "gu"),
  new RegExp(
    `(?:tel|phone|mobile|call|fax|whatsapp|hotline|\\bext\\b|extension|电话|手机|座机|热线|分机|致电|拨打|号码)[^\\d\\n]{0,12}(?!\\d{1,4} ?(?:秒|分|小时|天|次|%|元|[a-z]))(?:${digits(5, 14)}|(?<=ext\\.? ?|extension ?|分机 ?)\\d{2,5})`,
    "giu"
  ),
  new RegExp(`${before}\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}(?!\\d)`, "gu"),
  new RegExp(`${before}${noYears}(?:\\d{4}[ -]\\d{4}|\\d{3}[-.]\\d{4})(?![\\d-])`, "gu"),
  new RegExp(`\\b${spokenDigit}(?:[ -]${spokenDigit}){6,}\\b`, "giu")
]

const account: readonly RegExp[] = [
  new RegExp(
    `(?:微信|薇信|威信|v信|wechat|weixin|\\bwx|\\bvx|\\bqq|telegram|whatsapp|line id|skype|facebook|instagram|twitter|微博|抖音|小红书|淘宝|旺旺|支付宝|alipay|paypal|user ?name|user ?id|login|用户名|昵称|网名|登录名|会员名)(?: ?(?:id|no\\.?|number|群|号码?|账号|帐号|名))*[\\s:：#=是为叫]*@?${handle}`,
    "giu"
  ),
  // Any text after the word for such a number and a colon.
  /(?:微信|薇信|v信|wechat|weixin|\bwx|\bvx|\bqq|telegram|skype|微博|抖音|小红书|旺旺|user ?name|user ?id|用户名|昵称|网名)(?: ?(?:id|群|号码?|账号|帐号|名))*\s?[:：]\s?[\p{L}\d._-]{2,}/giu,
  /(?:微信号|昵称|网名|用户名|wechat id|user ?id|user ?name)\s*[是为叫]?\s*[\p{L}\d._-]{2,}/giu,
  /\bqq(?: ?(?:号码?|群))*[\s:：]*\d{5,}/giu,
  /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]+/gu,
  /(?:weibo|twitter|facebook|instagram|linkedin|github|xiaohongshu|douyin|tiktok|zhihu|bilibili)\.(?:com|cn|tv)\/[^\s，。；)]+/giu,
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gu,
  /(?<![\p{L}\p{N}])(?:[\dA-F]{2}[:-]){5}[\dA-F]{2}(?![\p{L}\p{N}])/giu,
  /(?<![\p{Script=Latin}\d_-])(?=[\p{Script=Latin}\d]*_)(?=[\d_]*\p{Script=Latin})(?=(?:[\p{Script=Latin}_]*\d){3})[\p{Script=Latin}\d_]{7,}/gu
]

const street =
  "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|square|sq|terrace|place|pl|boulevard|blvd|crescent|gardens?|hill|park|row|walk|parkway|pkwy|highway|hwy|circle|mews|grove|alley)"

const address: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\d+[A-Za-z]?,? (?:[\\p{Lu}][\\p{L}'’]+ ){1,4}(?:${street}|${street.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())})\\b\\.?`,
    "gu"
  ),
  /(?<![\p{L}\p{N}])\d+,? (?:[Rr]ue|[Aa]venue|[Pp]lace|[Bb]oulevard|[Vv]ia|[Cc]alle) (?:d[eu]s? |de la )?\p{Lu}\p{L}+/gu,
  /(?<![\p{L}\p{N}])\p{Lu}\p{L}*(?:straße|strasse|str\.|gasse|allee|platz) ?\d+/gu,
  /\bp\.? ?o\.? ?box ?\d+|邮政?信箱 ?\d+|信箱 ?\d+ ?号/giu,
  /(?<![\p{L}\p{N}])(?:flat|apartment|apt|unit|suite|room|house)\.? ?(?:no\.? ?)?\d+[a-z]?(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|(?!GB|EN|BS)[A-Z]{2} \d{5}(?:-\d{4})?)(?![\p{L}\p{N}])/gu,
  /[\p{Script=Han}\d]{1,12}(?:路|街|道|巷|弄|胡同|大街|大道)\s?[\d一二三四五六七八九十百零〇]+\s?(?:号|弄|巷)/gu,
  /[\p{Script=Han}]{0,8}\d+\s?组\s?\d+\s?号/gu,
  /[\p{Script=Han}]{2,8}(?:省|自治区)[\p{Script=Han}]{2,8}[市州][\p{Script=Han}]{1,8}[区县镇乡旗][\p{Script=Han}]{2,}/gu,
  /[\p{Script=Han}]{0,8}(?:小区|花园|公寓|新村|家园|苑|大厦|村)?\s?[\dA-Za-z一二三四五六七八九十]+\s?(?:号楼|栋|幢|单元|号院|室|层\d+)/gu
]

const name: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.? \p{Lu}[\p{L}'’-]+/gu,
  new RegExp(
    `(?:${familyNames})(?:(?![名各多的位])\\p{Script=Han}){0,2}(?:先生|女士|小姐|太太|师傅|大爷|大妈|阿姨|老师)`,
    "gu"
  )
]

/** Removes overlaps: of two traces the first counts. */
const patterns: readonly (readonly [PersonalTrace["kind"], readonly RegExp[]])[] = [
  ["e-mail", eMail],
  ["id-number", idNumber],
  ["order", order],
  ["account", account],
  ["phone", phone],
  ["order", bareNumber],
  ["address", address],
  ["name", name]
]

/**
 * Returns what can identify a person, in written order; of two overlapping traces, the one that is first in the list
 * above.
 */
export const personalTraces = (text: string): readonly PersonalTrace[] => {
  const plain = PlainReading.readPlainly(text)
  const found: PersonalTrace[] = []
  for (const [kind, ofKind] of patterns)
    for (const pattern of ofKind)
      for (const { 0: match, index } of plain.text.matchAll(pattern)) {
        const [start, end] = [plain.at[index] ?? 0, plain.at[index + match.length] ?? text.length]
        if (found.every((other) => end <= other.start || start >= other.end))
          found.push({ kind, text: text.slice(start, end).trim(), start, end })
      }
  return found.sort((a, b) => a.start - b.start)
}
