/** `clock/…`: promises that contradict each other. */
import { entry } from "../text/Entry.ts"
import { listed, quoted } from "../text/Said.ts"

export const promise = {
  "clock/priority-inversion": entry<{ clock: string; strong: string; weak: string }>({
    level: "warning",
    message: {
      en: ({ clock, strong, weak }) =>
        `clock ${quoted(clock)} gives ${quoted(strong)} more time than ${quoted(weak)}, which is weaker`,
      "zh-CN": ({ clock, strong, weak }) =>
        `时钟 ${quoted(clock)} 给 ${quoted(strong)} 的时限比较弱的 ${quoted(weak)} 更长`
    },
    help: {
      en: () => "levels stand strongest first, and the stronger one is to wait less",
      "zh-CN": () => "等级由强到弱排列，越强应等得越短"
    }
  }),
  "clock/due-before-its-turn": entry<{ gate: string; before: string }>({
    level: "warning",
    message: {
      en: ({ gate, before }) => `gate ${quoted(gate)} is due before ${quoted(before)}, which it waits for`,
      "zh-CN": ({ gate, before }) => `关口 ${quoted(gate)} 的期限早于它所等待的 ${quoted(before)}`
    },
    help: {
      en: ({ before }) => `give it more time, or count it \`from: ${before}\``,
      "zh-CN": ({ before }) => `请放宽时限，或改为 \`from: ${before}\` 起算`
    }
  }),
  "clock/point-before-start": entry<{ clocks: ReadonlyArray<string>; point: string; within: string }>({
    level: "warning",
    message: {
      en: ({ clocks, point, within }) =>
        clocks.length === 1
          ? `${quoted(point)} lies before the start of clock ${quoted(clocks[0] ?? "")}, which runs ${quoted(within)}`
          : `${quoted(point)} lies before the start of clocks ${clocks.map((each) => quoted(each)).join(", ")}; the first of them runs ${quoted(within)}`,
      "zh-CN": ({ clocks, point, within }) =>
        clocks.length === 1
          ? `${quoted(point)} 早于时钟 ${quoted(clocks[0] ?? "")} 的起点，它只有 ${quoted(within)}`
          : `${quoted(point)} 早于时钟 ${listed(clocks, "zh-CN")} 的起点，其中第一个只有 ${quoted(within)}`
    },
    help: { en: () => "name a later point, such as `50%`", "zh-CN": () => "请改用更晚的时点，例如 `50%`" }
  }),
  "clock/never-counts": entry<{ clock: string; other: string }>({
    level: "warning",
    message: {
      en: ({ clock, other }) =>
        `clock ${quoted(clock)} gives more time than ${quoted(other)}, which begins and ends with the same: it never counts`,
      "zh-CN": ({ clock, other }) => `时钟 ${quoted(clock)} 比起止相同的 ${quoted(other)} 更长，因此不起作用`
    },
    help: {
      en: () => "keep the one that is promised, or let a `when` tell them apart",
      "zh-CN": () => "请只保留所承诺的一个，或用 `when` 区分"
    }
  }),
  "clock/chain-too-long": entry<{ gate: string; steps: ReadonlyArray<string>; sum: string }>({
    level: "warning",
    message: {
      en: ({ gate, steps, sum }) =>
        `the steps ${steps.map((each) => quoted(each)).join(" → ")} may take ${quoted(sum)}, and gate ${quoted(gate)} is due before`,
      "zh-CN": ({ gate, steps, sum }) =>
        `${steps.map((each) => quoted(each)).join(" → ")} 各步最多可用 ${quoted(sum)}，而关口 ${quoted(gate)} 的期限更早`
    },
    help: {
      en: () => "give the steps less time together than the promise that they lead to",
      "zh-CN": () => "各步时限之和不应超过最终承诺"
    }
  }),
  "clock/due-while-closed": entry<{ clock: string; within: string; closed: string }>({
    level: "warning",
    message: {
      en: ({ clock, within, closed }) =>
        `clock ${quoted(clock)} promises ${quoted(within)}, and every night is closed for ${quoted(closed)}`,
      "zh-CN": ({ clock, within, closed }) =>
        `时钟 ${quoted(clock)} 承诺 ${quoted(within)}，而每晚休息 ${quoted(closed)}`
    },
    help: {
      en: () => "count working time, such as `4 working hours`, or name who is on call: `ownership.on-call`",
      "zh-CN": () => "请按工作时间计算，例如 `4 working hours`，或安排值班：`ownership.on-call`"
    }
  }),
  "clock/no-calendar": entry<{ clocks: ReadonlyArray<string> }>({
    level: "warning",
    message: {
      en: ({ clocks }) =>
        clocks.length === 1
          ? `the working time of clock ${quoted(clocks[0] ?? "")} counts round the clock: it has no calendar`
          : `the working time of clocks ${clocks.map((each) => quoted(each)).join(", ")} counts round the clock: they have no calendar`,
      "zh-CN": ({ clocks }) => `时钟 ${listed(clocks, "zh-CN")} 的工作时间会昼夜不停地计算：没有指定日历`
    },
    help: {
      en: () => "name one for the clock, or for all clocks: `clock-defaults: { calendar: … }`",
      "zh-CN": () => "请为时钟写明日历，或统一写在 `clock-defaults: { calendar: … }`"
    }
  })
}
