/** What was promised by when, and what became of it. */
import type { ClockEvents } from "../../case/track/Clocks.ts"
import { type Timer, timerNamed } from "../../case/track/Timer.ts"
import type { RecordedTimeline } from "../../deadline/Mark.ts"
import { opt, zh } from "../phrase/Said.ts"
import type { Lines, Voice } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

/** A due counted past the published holidays may still move. */
const provisional = (e: RecordedTimeline, v: Voice): string =>
  e.provisional
    ? v.language === "en"
      ? " (provisional: the holidays are not published yet)"
      : "（暂定：节假日尚未公布）"
    : ""

const dueNow = (e: RecordedTimeline & { readonly at: number }, v: Voice): string =>
  e.dueAt === null ? "" : `${v.language === "en" ? ", due " : "，时限 "}${v.due(e.dueAt, e.at)}${provisional(e, v)}`

const moved = (from: number | null, e: RecordedTimeline & { readonly at: number }, v: Voice): string =>
  v.language === "en"
    ? `from ${v.due(from, e.at)} to ${v.due(e.dueAt, e.at)}${provisional(e, v)}`
    : zh`由 ${v.due(from, e.at)} 改为 ${v.due(e.dueAt, e.at)}${provisional(e, v)}`

/** What moved a deadline, and a person's own words where there are any. */
const cause = (v: Voice, name: string, reason: string | undefined): string => {
  const said = reason === undefined ? "" : v.because(reason)
  return name === "regraded" && said !== ""
    ? said
    : [v.word("miss-cause", name), ...(said === "" ? [] : [said])].join(v.language === "en" ? ", " : "，")
}

export const clock: Lines<ClockEvents> = {
  "clock-started": {
    en: (e, v) => `${v.clock(e.clock)} is due ${v.due(e.dueAt, e.at)} (${v.length(e.target)})${provisional(e, v)}`,
    "zh-CN": (e, v) => zh`${v.clock(e.clock)} 时限 ${v.due(e.dueAt, e.at)}（${v.length(e.target)}）${provisional(e, v)}`
  },
  "clock-paused": {
    en: (e, v) =>
      `${v.clock(e.clock)} waits from ${v.when(e.switch.at, e.at)} on${why(v, e.switch.reason)}${dueNow(e, v)}`,
    "zh-CN": (e, v) =>
      zh`${v.clock(e.clock)} 自 ${v.when(e.switch.at, e.at)} 起暂停${why(v, e.switch.reason)}${dueNow(e, v)}`
  },
  "clock-resumed": {
    en: (e, v) => `${v.clock(e.clock)} runs again from ${v.when(e.switch.at, e.at)} on${dueNow(e, v)}`,
    "zh-CN": (e, v) => zh`${v.clock(e.clock)} 自 ${v.when(e.switch.at, e.at)} 起恢复计时${dueNow(e, v)}`
  },
  "pause-capped": {
    en: (e, v) => `${v.clock(e.clock)} has waited as long as it may${why(v, e.reason)}${dueNow(e, v)}`,
    "zh-CN": (e, v) => zh`${v.clock(e.clock)} 的暂停已到上限${why(v, e.reason)}${dueNow(e, v)}`
  },
  "clock-reminded": {
    en: (e, v) => `a reminder of ${v.clock(e.clock)}`,
    "zh-CN": (e, v) => zh`提醒 ${v.clock(e.clock)}`
  },
  "clock-escalated": {
    en: (e, v) =>
      `${e.told.length === 0 ? "nobody could be told" : `${v.list(e.told.map(v.who))} heard`} about ${v.clock(e.clock)}`,
    "zh-CN": (e, v) =>
      e.told.length === 0
        ? zh`${v.clock(e.clock)} 升级，但没有可知会的人`
        : zh`${v.clock(e.clock)} 升级，已知会 ${v.list(e.told.map(v.who))}`
  },
  "clock-met": {
    en: (e, v) =>
      isTimer(e.clock)
        ? `time is up for ${v.clock(e.clock)}`
        : `${v.clock(e.clock)} met ${e.inTime ? "in time" : "late"}`,
    "zh-CN": (e, v) =>
      isTimer(e.clock) ? zh`${v.clock(e.clock)} 时间到` : zh`${v.clock(e.clock)} ${e.inTime ? "按时达成" : "迟达成"}`
  },
  "clock-missed": {
    en: (e, v) => `${v.clock(e.clock)} missed: it was due ${v.due(e.dueAt, e.at)}${later(e, v)}`,
    "zh-CN": (e, v) => zh`${v.clock(e.clock)} 已超期，时限 ${v.due(e.dueAt, e.at)}${later(e, v)}`
  },
  "miss-refuted": {
    en: (e, v) => `a late record shows that ${v.clock(e.clock)} was met before ${v.due(e.dueAt, e.at)}`,
    "zh-CN": (e, v) => zh`补录表明 ${v.clock(e.clock)} 在 ${v.due(e.dueAt, e.at)} 前已达成`
  },
  "clock-extended": {
    en: (e, v) => `${v.who(e.by)} extended ${v.clock(e.clock)} ${moved(e.from, e, v)}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 延期 ${v.clock(e.clock)}，时限 ${moved(e.from, e, v)}${why(v, e.reason)}`
  },
  "deadline-moved": {
    en: (e, v) =>
      e.by === undefined
        ? `due of ${v.clock(e.clock)} moved ${moved(e.from, e, v)}: ${cause(v, e.cause, e.reason)}`
        : `${v.who(e.by)} moved the due of ${v.clock(e.clock)} ${moved(e.from, e, v)}${why(v, e.reason)}`,
    "zh-CN": (e, v) =>
      e.by === undefined
        ? zh`${v.clock(e.clock)} 的时限 ${moved(e.from, e, v)}：${cause(v, e.cause, e.reason)}`
        : zh`${v.who(e.by)} 改定 ${v.clock(e.clock)}，时限 ${moved(e.from, e, v)}${why(v, e.reason)}`
  },
  "clock-kept": {
    en: (e, v) => `due of ${v.clock(e.clock)} stays as it is`,
    "zh-CN": (e, v) => zh`${v.clock(e.clock)} 的时限不变`
  },
  "clock-cancelled": {
    en: (e, v) => `${v.clock(e.clock)} no longer has a deadline${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.clock(e.clock)} 不再计时${why(v, e.reason)}`
  }
}

const timers: ReadonlySet<Timer["_tag"] | undefined> = new Set([
  "TakeUp",
  "Handover",
  "Approval",
  "Silence",
  "Observation",
  "Retention"
] as const)

/** Timers act when their time is up; there is nothing to meet. */
const isTimer = (name: string): boolean => timers.has(timerNamed(name)?._tag)

const later = (e: { readonly cause: string; readonly detectedAt: number; readonly at: number }, v: Voice): string => {
  const because = e.cause === "elapsed" ? "" : v.word("miss-cause", e.cause)
  const found = e.detectedAt - e.at > 3_600_000 ? v.when(e.detectedAt, e.at) : ""
  const en = v.language === "en"
  return [
    opt(because, (b) => (en ? ` (${b})` : `（${b}）`)),
    opt(found, (f) => (en ? `, seen ${f}` : `，${f} 才发现`))
  ].join("")
}
