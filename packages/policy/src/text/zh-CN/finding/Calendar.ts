/** `calendar/…`: working time. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Calendar.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const calendar: Like<typeof en.calendar> = {
  "calendar/clock-change": {
    message: ({ is, time, date, zone }) =>
      is === "skipped"
        ? `${zone} 在 ${date} 没有 ${time} 这一时刻：当夜时钟拨快`
        : `${zone} 在 ${date} 有两个 ${time}：当夜时钟拨慢`,
    label: ({ from, to }) => `起止时刻请避开 ${from}-${to}`,
    help: ({ is, to }) => (is === "skipped" ? `当作 ${to} 处理` : "取两者中较早的一个")
  },
  "calendar/closed-and-open": {
    message: ({ date }) => `${date} 既写在 \`closed\` 又写在 \`open\` 中`,
    help: "请从其中一处删去"
  },
  "calendar/no-open-time": {
    message: ({ calendar }) => `日历 ${quoted(calendar)} 没有任何开放时间`,
    help: "请写明 `hours`"
  },
  "calendar/before-holidays": {
    message: ({ calendar, holidays, first }) =>
      `${quoted(holidays)} 的节假日数据从 ${first} 年开始；此前日历 ${quoted(calendar)} 只按每周时间计算`,
    help: "请在 `closed` 中写明休息日"
  },
  "calendar/past-holidays": {
    message: ({ calendar, holidays, last }) =>
      `${quoted(holidays)} 的节假日只公布到 ${last} 年；其后日历 ${quoted(calendar)} 只按每周时间计算`,
    help: "此后的时限标为暂定，待公布后再调整"
  },
  "calendar/holidays-end": {
    message: ({ calendar, holidays, last }) =>
      `${quoted(holidays)} 的节假日公布到 ${last} 年：日历 ${quoted(calendar)} 落在下一年的时限为暂定`,
    help: "公布后用 `hearback 换版 --日历` 调整在办案件"
  },
  "calendar/overlapping-hours": {
    message: ({ calendar, days }) => `日历 ${quoted(calendar)} 在 ${listed(days)} 的时段重叠`,
    help: "请把两段合并为一段"
  },
  "calendar/needs-time-zone": {
    message: ({ calendar }) => `日历 ${quoted(calendar)} 需要策略写明 \`time-zone\``,
    help: "例如 `time-zone: Asia/Shanghai`"
  }
}
