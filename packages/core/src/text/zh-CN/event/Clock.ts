import type { ClockEvents } from "../../../case/track/Clocks.ts"
import type { RecordedTimeline } from "../../../deadline/Mark.ts"
import { isTimer } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

/** A due counted past the published holidays may still move. */
const provisional = (event: RecordedTimeline): string => (event.provisional ? "（暂定：节假日尚未公布）" : "")

const dueNow = (event: RecordedTimeline & { readonly at: number }, wording: Voice): string =>
  event.dueAt === null ? "" : zh`，时限为 ${wording.due(event.dueAt, event.at)}${provisional(event)}`

const moved = (from: number | null, event: RecordedTimeline & { readonly at: number }, wording: Voice): string =>
  zh`由 ${wording.due(from, event.at)} 改为 ${wording.due(event.dueAt, event.at)}${provisional(event)}`

/** What moved a deadline, and a person's own words where there are any. */
const cause = (wording: Voice, name: string, reason: string | undefined): string => {
  const said = reason === undefined ? "" : wording.because(reason)
  return name === "regraded" && said !== ""
    ? said
    : [wording.word("miss-cause", name), ...(said === "" ? [] : [said])].join("，")
}

export const clock: EventLines<ClockEvents> = {
  "clock-started": (event, wording) =>
    zh`${wording.clock(event.clock)} 的时限为 ${wording.due(event.dueAt, event.at)}（${wording.length(event.target)}）${provisional(event)}`,
  "clock-paused": (event, wording) =>
    zh`${wording.clock(event.clock)} 自 ${wording.when(event.switch.at, event.at)} 起暂停${wording.why(event.switch.reason)}${dueNow(event, wording)}`,
  "clock-resumed": (event, wording) =>
    zh`${wording.clock(event.clock)} 自 ${wording.when(event.switch.at, event.at)} 起恢复计时${dueNow(event, wording)}`,
  "pause-capped": (event, wording) =>
    zh`${wording.clock(event.clock)} 的暂停已到上限，恢复计时${wording.why(event.reason)}${dueNow(event, wording)}`,
  "clock-reminded": (event, wording) => zh`到达提醒时点：${wording.clock(event.clock)}`,
  "clock-escalated": (event, wording) =>
    event.told.length === 0
      ? zh`${wording.clock(event.clock)} 已升级，但没有可知会的人`
      : zh`${wording.clock(event.clock)} 已升级，知会 ${wording.list(event.told.map(wording.who))}`,
  "clock-met": (event, wording) =>
    isTimer(event.clock)
      ? zh`时限已到：${wording.clock(event.clock)}`
      : zh`${wording.clock(event.clock)} ${event.inTime ? "按时完成" : "超期完成"}`,
  "clock-missed": (event, wording) =>
    zh`${wording.clock(event.clock)} 已超期，时限为 ${wording.due(event.dueAt, event.at)}${later(event, wording)}`,
  "miss-refuted": (event, wording) =>
    zh`补录表明 ${wording.clock(event.clock)} 在 ${wording.due(event.dueAt, event.at)} 前已完成`,
  "clock-extended": (event, wording) =>
    zh`${wording.who(event.by)} 将 ${wording.clock(event.clock)} 延期，时限${moved(event.from, event, wording)}${wording.why(event.reason)}`,
  "deadline-moved": (event, wording) =>
    event.by === undefined
      ? zh`${wording.clock(event.clock)} 的时限 ${moved(event.from, event, wording)}：${cause(wording, event.cause, event.reason)}`
      : zh`${wording.who(event.by)} 调整 ${wording.clock(event.clock)}，时限${moved(event.from, event, wording)}${wording.why(event.reason)}`,
  "clock-kept": (event, wording) => zh`${wording.clock(event.clock)} 的时限不变`,
  "clock-cancelled": (event, wording) => zh`${wording.clock(event.clock)} 不再计时${wording.why(event.reason)}`
}

const later = (
  event: { readonly cause: string; readonly detectedAt: number; readonly at: number },
  wording: Voice
): string => {
  const because = event.cause === "elapsed" ? "" : wording.word("miss-cause", event.cause)
  const found = event.detectedAt - event.at > 3_600_000 ? wording.when(event.detectedAt, event.at) : ""
  return [opt(because, (b) => `（${b}）`), opt(found, (f) => `，${f} 发现`)].join("")
}
