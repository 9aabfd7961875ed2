/** `clock/…`: clocks that cannot run. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Clock.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const quotedAll = (names: ReadonlyArray<string>): string => names.map((name) => quoted(name)).join("、")

export const clock: Like<typeof en.clock> = {
  "clock/no-limit": { message: ({ clock }) => `时钟 ${quoted(clock)} 既没有 \`within\` 也没有 \`until\`` },
  "clock/two-limits": {
    message: ({ clock }) => `时钟 ${quoted(clock)} 同时写了 \`within\` 和 \`until\``,
    help: "请只保留一个"
  },
  "clock/no-date": { message: ({ fact }) => `时钟须截止于日期，而事实 ${quoted(fact)} 不是日期` },
  "clock/cannot-repeat": {
    message: ({ clock }) => `时钟 ${quoted(clock)} 达成后重新开始，但能使它达成的事都不会再发生`,
    help: "请让告知客户或事件使它达成：`met-by: told-customer`"
  },
  "clock/never-happens": {
    message: ({ key, moment }) => `${quoted(key)} 中的 ${quoted(moment)} 永远不会作用于时钟`,
    help: "时钟随所在闭环结束：请写关口、时钟、事件，或客户来信、告知客户"
  },
  "clock/met-and-cancelled": {
    message: ({ clock, by }) => `${quoted(by)} 既使时钟 ${quoted(clock)} 达成，又取消它`,
    help: "请只保留一个"
  },
  "clock/met-and-restarted": {
    message: ({ clock, by }) => `${quoted(by)} 已使时钟 ${quoted(clock)} 达成，不会再使它重新开始`,
    help: "请只保留一个"
  },
  "clock/never-extended": {
    message: ({ times }) => `这项延期永远用不上：${times === 0 ? "次数为 0" : "没有人批准"}`,
    help: "不许延期请写 `extend: never`"
  },
  "clock/idle": {
    message: ({ clock }) => `没有任何事能使时钟 ${quoted(clock)} 达成，也没有任何地方读取它`,
    label: ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`),
    help: "请与所约束的关口同名，或写明 `met-by`"
  },
  "clock/over-at-once": {
    message: ({ clock, gate, end }) =>
      end === undefined
        ? `时钟 ${quoted(clock)} 自关口 ${quoted(gate)} 起算，又由它达成`
        : `时钟 ${quoted(clock)} 自关口 ${quoted(gate)} 起算，而该关口在使时钟达成的 ${quoted(end)} 之后`,
    help: "请从更早的事起算：`from: received`，或在前的关口"
  },
  "clock/step-order": {
    message: ({ point, before, again }) =>
      again ? `${quoted(point)} 重复知会同一批人` : `${quoted(point)} 早于写在它前面的 ${quoted(before)}`,
    help: ({ again }) => (again ? "请删去其中一处" : "请按先后次序写各级升级")
  },
  "clock/tells-nobody": { message: "这一级升级没有知会任何人", help: "请在 `notify` 下写明角色" },
  "clock/tells-lower": {
    message: ({ now, before }) => `这一级只知会 ${quotedAll(now)}，级别低于先前已知会的 ${quotedAll(before)}`,
    help: "请改写级别更高的角色，或把两级的次序对调"
  },
  "clock/never-resumed": {
    message: ({ reason, meant }) => `暂停原因 ${quoted(reason)} 没有终止条件：\`resumed-by\` 写的是 ${quoted(meant)}`,
    help: ({ meant }) => `请改写 ${quoted(meant)}，或在 \`resumed-by\` 中写明它何时终止`
  },
  "clock/answered-too-late": {
    message: ({ where, within }) => `${quoted(where)} 的答复时限为 ${within}，届时对客户的承诺已经超期`,
    help: "请缩短：应在承诺到期前答复"
  },
  "clock/cycle": { message: ({ clocks }) => `这些时钟互为起算：${clocks.map((each) => quoted(each)).join(" → ")}` }
}
