/**
 * Traces of a person in a text that is to be published: what identifies somebody by its form alone, in English and Chinese.
 * Meant to stop too much rather than too little: a person looks at what is found.
 */

/** What stands where.  Units: UTF-16 offsets, half-open. */
export interface PersonalTrace {
  readonly kind: "e-mail" | "phone" | "id-number" | "order" | "address"
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Digits as people write them: full width, grouped by blanks, points and dashes. */
const digits = (least: number, most: number): string => `\\d(?:[ \\-.()]{0,2}\\d){${least - 1},${most - 1}}`

const patterns: readonly (readonly [PersonalTrace["kind"], RegExp])[] = [
  [
    "e-mail",
    /[\p{L}\p{N}._%+-]+\s?(?:@|\[at\]|\(at\))\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\[dot\]|\(dot\))\s?[\p{L}\p{N}-]+)+/giu
  ],
  // A resident identity card of China, and codes such as a passport, a national insurance or social security number.
  ["id-number", /(?<![\d\p{Script=Latin}])\d{17}[\dXx](?!\d)/gu],
  ["id-number", /(?<![\p{L}\p{N}])(?:\d{3}-\d{2}-\d{4}|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Z])(?![\p{L}\p{N}])/gu],
  [
    "id-number",
    /(?:passport|identity card|id card|id number|social security|national insurance|driving licen[cs]e|身份证|护照|驾驶证|社保|军官证|港澳通行证)(?: ?(?:no\.?|number|#|号码?|证号))?[\s:：#]*[\p{Script=Latin}\d][\p{Script=Latin}\d -]{4,}/giu
  ],
  [
    "order",
    /(?:order|invoice|booking|reservation|tracking|parcel|account|customer|ticket|case|contract|policy|reference|ref|订单|发票|运单|快递单?|单号|流水|账号|帐号|账户|卡号|客户|工单|合同|保单|预订|会员)(?: ?(?:no\.?|number|nr\.?|id|code|#|号码?|编号))*[\s:：#]*(?=[\p{Script=Latin}\d-]*\d{3})[\p{Script=Latin}\d][\p{Script=Latin}\d-]{3,}/giu
  ],
  ["phone", new RegExp(`(?<![\\d\\p{Script=Latin}])(?:\\+|00)\\s?${digits(8, 14)}(?!\\d)`, "gu")],
  ["phone", new RegExp(`(?<![\\d\\p{Script=Latin}.,])(?:1[3-9]${digits(9, 9)}|\\(?0${digits(8, 11)})(?!\\d)`, "gu")],
  [
    "phone",
    new RegExp(
      `(?:tel|phone|mobile|call|fax|wechat|whatsapp|电话|手机|座机|致电|微信|拨打)[^\\d\\n]{0,12}${digits(5, 14)}`,
      "giu"
    )
  ],
  ["phone", /(?<![\d\p{Script=Latin}])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)/gu],
  ["order", /(?<![\d\p{Script=Latin}-])(?=[A-Z\d-]*\d{4})[A-Z]{1,5}-?\d[A-Z\d-]{4,}(?![\p{Script=Latin}])/gu],
  ["order", /(?<![\d.,])\d{9,}(?![\d.,])/gu],
  [
    "address",
    /(?<![\p{L}\p{N}])\d+[a-z]?,? (?:[\p{Lu}][\p{L}'’]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|close|way|square|sq|terrace|place|pl|boulevard|blvd|crescent|gardens?|hill|park|row|walk)\b\.?/giu
  ],
  [
    "address",
    /(?<![\p{L}\p{N}])(?:flat|apartment|apt|unit|suite|room|house)\.? ?(?:no\.? ?)?\d+[a-z]?(?![\p{L}\p{N}])/giu
  ],
  ["address", /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])/gu],
  ["address", /[\p{Script=Han}\d]{1,12}(?:路|街|道|巷|弄|胡同|大街|大道)\s?\d+\s?(?:号|弄|巷)/gu],
  [
    "address",
    /[\p{Script=Han}]{0,8}(?:小区|花园|公寓|新村|家园|苑|大厦|村)?\s?[\dA-Za-z一二三四五六七八九十]+\s?(?:号楼|栋|幢|单元|号院|室|层\d+)/gu
  ]
]

/** Returns what may tell who somebody is, in the order in which it stands; of two that overlap the first of the list above. */
export const personalTraces = (text: string): readonly PersonalTrace[] => {
  // Full width digits and letters are read as what they mean; each is one unit in both forms.
  const plain = text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  const found: PersonalTrace[] = []
  for (const [kind, pattern] of patterns)
    for (const { 0: match, index: start } of plain.matchAll(pattern)) {
      const end = start + match.length
      if (found.every((other) => end <= other.start || start >= other.end))
        found.push({ kind, text: text.slice(start, end).trim(), start, end })
    }
  return found.sort((a, b) => a.start - b.start)
}
