/**
 * Numbers that identify something for a customer: an order, an invoice, a model, a parcel, an account.
 *
 * A number counts if a word such as *order* or 订单 stands before it, or if it has five or more digits or mixes letters
 * and digits. Dates, times, amounts of money, lengths and years do not count.
 */

/** Returns the identifying numbers of a text, without case and punctuation. */
export const identifiersOf = (text: string): ReadonlySet<string> => {
  const found = new Set<string>()
  if (!/\d/.test(text.normalize("NFKC"))) return found
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(others, (part) => " ".repeat(part.length))
  for (const [, number = ""] of plain.matchAll(labelled)) found.add(bare(number))
  for (const [token] of plain.matchAll(tokens)) if (looksLikeOne(token)) found.add(bare(token))
  return found
}

/** Returns whether each of two texts has a number that the other lacks. They then concern different things. */
export const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((one) => !b.has(one)) && [...b].some((one) => !a.has(one))

const bare = (token: string): string => token.replace(/[^\p{L}\p{N}]/gu, "")

const token = "[A-Z0-9](?:[A-Z0-9]|[-/_.](?=[A-Z0-9]))*"
const tokens = new RegExp(`(?<![A-Z0-9])${token}`, "g")

const labels =
  "ORDER|INVOICE|BILL|MODEL|TICKET|REFERENCE|REF|ACCOUNT|CONTRACT|POLICY|BOOKING|RESERVATION|TRACKING|PARCEL|SHIPMENT|" +
  "FLIGHT|TRAIN|SERIAL|CUSTOMER|ARTICLE|ITEM|PART|CLAIM|RECEIPT|CARD|METER|NUMBER|NUMBERS|ID|" +
  "订单|訂單|单号|單號|发票|發票|型号|型號|账号|帳號|合同|编号|編號|票号|航班|车次|运单|運單|工单|快递单|序列号|保单|卡号|房号|账单|帳單|号码|工号"
const labelled = new RegExp(
  `(?:(?<![A-Z])(?:${labels}|N[OR](?=\\.))(?![A-Z])|[#№])(?:[\\s:.#(（]|IS|NO\\b|NR\\b|NUMBER\\b|ID\\b|号码?|編?號|为|是|为：){0,6}(?=[A-Z-/_.]*\\d)(${token})`,
  "g"
)

/** Matches numbers that say how much or when. */
const others = new RegExp(
  [
    "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}",
    "\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}",
    "\\d{1,2}:\\d{2}(?::\\d{2})?",
    "[$€£¥￥]\\s?\\d[\\d,.]*",
    "(?:USD|EUR|GBP|CNY|RMB)\\s?\\d[\\d,.]*",
    "\\d[\\d,.]*\\s?(?:[$€£¥￥%]|(?:USD|EUR|GBP|CNY|RMB|DOLLARS?|EUROS?|POUNDS?|YUAN|CENTS?|PERCENT)\\b|[万千百]?[元块塊])",
    "\\d+(?:ST|ND|RD|TH)\\b",
    "\\d[\\d.,]*\\s?-?(?:AM|PM|MIN(?:UTE)?S?|H|HRS?|HOURS?|SEC(?:OND)?S?|DAYS?|WEEKS?|MONTHS?|YEARS?|TIMES|X|K|KG|G|GB|MB|TB|KM|M|CM|MM|ML|L|W|KW|KWH|V|HZ|MBPS|PEOPLE|PIECES|PCS)\\b",
    "\\d[\\d.,]*\\s?(?:年|月|日|号前|天|周|星期|小时|小時|分钟|分鐘|秒|次|个|個|位|人|件|台|份|瓶|袋|公里|公斤|克|斤|米|岁|歲|点|點|度|折|星)"
  ].join("|"),
  "g"
)

/** Returns whether a token has five digits, or at least four letters and digits mixed. Shorter ones may be anything. */
const looksLikeOne = (token: string): boolean => {
  const plain = bare(token)
  const digits = plain.match(/\d/g)?.length ?? 0
  if (digits === 0 || /^\d+\.\d+$/.test(token)) return false
  return digits === plain.length ? digits >= 5 : plain.length >= 4
}
