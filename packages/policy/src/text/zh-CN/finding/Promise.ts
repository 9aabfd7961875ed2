/** `clock/…`: promises that contradict each other. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Promise.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const promise: Like<typeof en.promise> = {
  "clock/priority-inversion": {
    message: ({ clock, strong, weak }) =>
      `时钟 ${quoted(clock)} 给 ${quoted(strong)} 的时限比较弱的 ${quoted(weak)} 更长`,
    help: "等级由强到弱排列，越强应等得越短"
  },
  "clock/due-before-its-turn": {
    message: ({ gate, before }) => `关口 ${quoted(gate)} 的时限早于它所等待的 ${quoted(before)}`,
    help: ({ before }) => `请放宽时限，或改为 \`from: ${before}\` 起算`
  },
  "clock/point-before-start": {
    message: ({ clocks, point, within }) =>
      clocks.length === 1
        ? `${quoted(point)} 早于时钟 ${quoted(clocks[0] ?? "")} 的起点，它只有 ${quoted(within)}`
        : `${quoted(point)} 早于时钟 ${listed(clocks)} 的起点，其中第一个只有 ${quoted(within)}`,
    help: "请改用更晚的时点，例如 `50%`"
  },
  "clock/never-counts": {
    message: ({ clock, other }) => `时钟 ${quoted(clock)} 比起止相同的 ${quoted(other)} 更长，因此不起作用`,
    help: "请只保留所承诺的一个，或用 `when` 区分"
  },
  "clock/chain-too-long": {
    message: ({ gate, steps, sum }) =>
      `${steps.map((each) => quoted(each)).join(" → ")} 各步最多可用 ${quoted(sum)}，而关口 ${quoted(gate)} 的时限更早`,
    help: "各步时限之和不应超过最终承诺"
  },
  "clock/due-while-closed": {
    message: ({ clock, within, closed }) =>
      `时钟 ${quoted(clock)} 承诺 ${quoted(within)}，而每晚休息 ${quoted(closed)}`,
    help: "请按工作时间计算，例如 `4 working hours`，或安排值班：`ownership.on-call`"
  },
  "clock/no-calendar": {
    message: ({ clocks }) => `时钟 ${listed(clocks)} 的工作时间会昼夜不停地计算：没有指定日历`,
    help: "请为时钟写明日历，或统一写在 `clock-defaults: { calendar: … }`"
  }
}
