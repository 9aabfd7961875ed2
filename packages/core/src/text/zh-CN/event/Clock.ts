import type { ClockEvents } from "../../../case/track/Clocks.ts"
import type { RecordedTimeline } from "../../../deadline/Mark.ts"
import { isTimer } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

/** A due counted past the published holidays may still move. */
const provisional = (e: RecordedTimeline): string => (e.provisional ? "（暂定：节假日尚未公布）" : "")

const dueNow = (e: RecordedTimeline & { readonly at: number }, v: Voice): string =>
  e.dueAt === null ? "" : zh`，时限为 ${v.due(e.dueAt, e.at)}${provisional(e)}`

const moved = (from: number | null, e: RecordedTimeline & { readonly at: number }, v: Voice): string =>
  zh`由 ${v.due(from, e.at)} 改为 ${v.due(e.dueAt, e.at)}${provisional(e)}`

/** What moved a deadline, and a person's own words where there are any. */
const cause = (v: Voice, name: string, reason: string | undefined): string => {
  const said = reason === undefined ? "" : v.because(reason)
  return name === "regraded" && said !== ""
    ? said
    : [v.word("miss-cause", name), ...(said === "" ? [] : [said])].join("，")
}

export const clock: Lines<ClockEvents> = {
  "clock-started": (e, v) =>
    zh`${v.clock(e.clock)} 的时限为 ${v.due(e.dueAt, e.at)}（${v.length(e.target)}）${provisional(e)}`,
  "clock-paused": (e, v) =>
    zh`${v.clock(e.clock)} 自 ${v.when(e.switch.at, e.at)} 起暂停${v.why(e.switch.reason)}${dueNow(e, v)}`,
  "clock-resumed": (e, v) => zh`${v.clock(e.clock)} 自 ${v.when(e.switch.at, e.at)} 起恢复计时${dueNow(e, v)}`,
  "pause-capped": (e, v) => zh`${v.clock(e.clock)} 的暂停已到上限，恢复计时${v.why(e.reason)}${dueNow(e, v)}`,
  "clock-reminded": (e, v) => zh`到达提醒时点：${v.clock(e.clock)}`,
  "clock-escalated": (e, v) =>
    e.told.length === 0
      ? zh`${v.clock(e.clock)} 已升级，但没有可知会的人`
      : zh`${v.clock(e.clock)} 已升级，知会 ${v.list(e.told.map(v.who))}`,
  "clock-met": (e, v) =>
    isTimer(e.clock) ? zh`时间到：${v.clock(e.clock)}` : zh`${v.clock(e.clock)} ${e.inTime ? "按时完成" : "超期完成"}`,
  "clock-missed": (e, v) => zh`${v.clock(e.clock)} 已超期，时限为 ${v.due(e.dueAt, e.at)}${later(e, v)}`,
  "miss-refuted": (e, v) => zh`补录表明 ${v.clock(e.clock)} 在 ${v.due(e.dueAt, e.at)} 前已完成`,
  "clock-extended": (e, v) =>
    zh`${v.who(e.by)} 将 ${v.clock(e.clock)} 延期，时限${moved(e.from, e, v)}${v.why(e.reason)}`,
  "deadline-moved": (e, v) =>
    e.by === undefined
      ? zh`${v.clock(e.clock)} 的时限 ${moved(e.from, e, v)}：${cause(v, e.cause, e.reason)}`
      : zh`${v.who(e.by)} 调整 ${v.clock(e.clock)}，时限${moved(e.from, e, v)}${v.why(e.reason)}`,
  "clock-kept": (e, v) => zh`${v.clock(e.clock)} 的时限不变`,
  "clock-cancelled": (e, v) => zh`${v.clock(e.clock)} 不再计时${v.why(e.reason)}`
}

const later = (e: { readonly cause: string; readonly detectedAt: number; readonly at: number }, v: Voice): string => {
  const because = e.cause === "elapsed" ? "" : v.word("miss-cause", e.cause)
  const found = e.detectedAt - e.at > 3_600_000 ? v.when(e.detectedAt, e.at) : ""
  return [opt(because, (b) => `（${b}）`), opt(found, (f) => `，${f} 发现`)].join("")
}
