import type { Form, TimeUnit } from "../../shape/Form.ts"
import { zh } from "./Blanks.ts"

/** What the units of money are called. */
const currencies: Readonly<Record<string, string>> = {
  CNY: "元",
  HKD: "港元",
  TWD: "新台币元",
  USD: "美元",
  EUR: "欧元",
  GBP: "英镑",
  JPY: "日元"
}

const units: Readonly<Record<TimeUnit, string>> = {
  minutes: "分钟",
  hours: "小时",
  days: "天",
  weeks: "周",
  months: "个月",
  years: "年",
  workingMinutes: "工作分钟",
  workingHours: "工作小时",
  workingDays: "个工作日"
}

/** Items that stand between quotation marks have no comma among them. */
const join = (items: readonly string[]): string => items.join("、").replaceAll("”、“", "”“")

export const form: Form = {
  locale: "zh-CN",
  comma: "，",
  semicolon: "；",
  colon: "：",
  aside: (text) => `（${text}）`,
  quote: (text) => `“${text}”`,
  list: {
    join,
    and: (first, last) => join([first, last]),
    or: (first, last) => zh`${first} 或 ${last}`,
    cut: (shown, _, all) => zh`${shown} 等 ${all} 项`
  },
  opening: (words) => words,
  number: { group: ",", point: "." },
  money: (amount, currency) => `${amount} ${currencies[currency] ?? currency}`,
  date: {
    weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    short: ({ year, month, day }, weekday, withYear) =>
      `${withYear ? `${year}年` : ""}${month}月${day}日（${weekday}）`,
    moment: (day, time) => `${day}${time}`,
    endOfDay: "当日",
    long: ({ year, month, day }) => `${year}年${month}月${day}日`,
    at: (day, time) => `${day} ${time}`
  },
  length: {
    of: (number, unit) => `${number} ${units[unit]}`,
    sameDay: "当日",
    sameWorkingDay: "当个工作日",
    due: "到期",
    before: (length) => `${length} 前`,
    after: (length) => `${length} 后`
  }
}
