/** `calendar/…`: working time. */
import { entry } from "../text/Entry.ts"
import { listed, quoted } from "../text/Said.ts"

export const calendar = {
  "calendar/clock-change": entry<{
    is: "skipped" | "repeated"
    time: string
    date: string
    zone: string
    from: string
    to: string
  }>({
    level: "warning",
    message: {
      en: ({ is, time, date, zone }) =>
        is === "skipped"
          ? `there is no ${time} on ${date} in ${zone}: clocks go forward`
          : `there are two times ${time} on ${date} in ${zone}: clocks go back`,
      "zh-CN": ({ is, time, date, zone }) =>
        is === "skipped"
          ? `${zone} 在 ${date} 没有 ${time} 这一时刻：当夜时钟拨快`
          : `${zone} 在 ${date} 有两个 ${time}：当夜时钟拨慢`
    },
    label: {
      en: ({ from, to }) => `begin or end outside ${from}-${to}`,
      "zh-CN": ({ from, to }) => `起止时刻请避开 ${from}-${to}`
    },
    help: {
      en: ({ is, to }) => (is === "skipped" ? `it is taken for ${to}` : "the earlier of the two is taken"),
      "zh-CN": ({ is, to }) => (is === "skipped" ? `当作 ${to} 处理` : "取两者中较早的一个")
    }
  }),
  "calendar/closed-and-open": entry<{ date: string }>({
    level: "error",
    message: {
      en: ({ date }) => `${date} stands under \`closed\` and under \`open\``,
      "zh-CN": ({ date }) => `${date} 既写在 \`closed\` 又写在 \`open\` 中`
    },
    help: { en: () => "take it out of one of the two", "zh-CN": () => "请从其中一处删去" }
  }),
  "calendar/no-open-time": entry<{ calendar: string }>({
    level: "error",
    message: {
      en: ({ calendar }) => `calendar ${quoted(calendar)} is never open`,
      "zh-CN": ({ calendar }) => `日历 ${quoted(calendar)} 没有任何开放时间`
    },
    help: { en: () => "give it `hours`", "zh-CN": () => "请写明 `hours`" }
  }),
  "calendar/before-holidays": entry<{ calendar: string; holidays: string; first: string }>({
    level: "warning",
    message: {
      en: ({ calendar, holidays, first }) =>
        `holidays of ${quoted(holidays)} are known from ${first} on; before it calendar ${quoted(calendar)} counts weekly hours alone`,
      "zh-CN": ({ calendar, holidays, first }) =>
        `${quoted(holidays)} 的节假日数据从 ${first} 年开始；此前日历 ${quoted(calendar)} 只按每周时间计算`
    },
    help: {
      en: () => "write the days off under `closed`",
      "zh-CN": () => "请在 `closed` 中写明休息日"
    }
  }),
  "calendar/past-holidays": entry<{ calendar: string; holidays: string; last: string }>({
    level: "warning",
    message: {
      en: ({ calendar, holidays, last }) =>
        `holidays of ${quoted(holidays)} are known up to ${last}; after it calendar ${quoted(calendar)} counts weekly hours alone`,
      "zh-CN": ({ calendar, holidays, last }) =>
        `${quoted(holidays)} 的节假日只公布到 ${last}；其后日历 ${quoted(calendar)} 只按每周时间计算`
    },
    help: {
      en: () => "dues beyond it are marked provisional until the year is published",
      "zh-CN": () => "此后的时限标为暂定，待公布后再调整"
    }
  }),
  "calendar/holidays-end": entry<{ calendar: string; holidays: string; last: string }>({
    level: "info",
    message: {
      en: ({ calendar, holidays, last }) =>
        `holidays of ${quoted(holidays)} are known up to ${last}: dues of calendar ${quoted(calendar)} in the next year are provisional`,
      "zh-CN": ({ calendar, holidays, last }) =>
        `${quoted(holidays)} 的节假日公布到 ${last}：日历 ${quoted(calendar)} 落在下一年的时限为暂定`
    },
    help: {
      en: () => "once the year is published, `hearback move --calendars` moves what is open",
      "zh-CN": () => "公布后用 `hearback 换版 --日历` 调整在办案件"
    }
  }),
  "calendar/overlapping-hours": entry<{ calendar: string; days: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ calendar, days }) =>
        `calendar ${quoted(calendar)} opens twice at once on ${days.map((day) => quoted(day)).join(", ")}`,
      "zh-CN": ({ calendar, days }) => `日历 ${quoted(calendar)} 在 ${listed(days, "zh-CN")} 的时段重叠`
    },
    help: { en: () => "join the two stretches into one", "zh-CN": () => "请把两段合并为一段" }
  }),
  "calendar/needs-time-zone": entry<{ calendar: string }>({
    level: "error",
    message: {
      en: ({ calendar }) => `calendar ${quoted(calendar)} needs the policy's \`time-zone\``,
      "zh-CN": ({ calendar }) => `日历 ${quoted(calendar)} 需要策略写明 \`time-zone\``
    },
    help: { en: () => "say for example `time-zone: Asia/Shanghai`", "zh-CN": () => "例如 `time-zone: Asia/Shanghai`" }
  })
}
