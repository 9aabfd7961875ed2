/** `alarm/…`, `learning/…`, `retention/…`, `problem/…`, `sending/…`: what stands over every case. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Governance.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const provided = { loop: "闭环路径", gate: "关口", clock: "时钟", alarm: "警报" }

export const governance: Like<typeof en.governance> = {
  "alarm/no-condition": {
    message: ({ alarm }) => `警报 ${quoted(alarm)} 没有写何时触发`,
    help: "请在 `when` 下写明条件"
  },
  "alarm/nobody": { message: ({ alarm }) => `没有人会得知警报 ${quoted(alarm)}`, help: "请在 `notify` 下写明角色" },
  "alarm/never-raised": {
    message: ({ alarm }) => `没有任何路径的案件会触发警报 ${quoted(alarm)}`,
    help: "请写同一路径的案件能同时具备的条件"
  },
  "alarm/tells-lower": {
    message: ({ alarm, other }) => `警报 ${quoted(alarm)} 的情形比 ${quoted(other)} 更重，却只知会级别更低的人`,
    help: "请知会同一批人，或级别更高的人"
  },
  "assume/rules-out": {
    message: ({ is, name }) =>
      is === "all" ? "这项前提排除了所有案件" : `这项前提排除了${provided[is]} ${quoted(name)} 的所有案件`,
    help: ({ is }) => (is === "all" ? "请逐项写明绝不发生的情形" : "请收窄这项前提，或删去不会发生的部分")
  },
  "problem/may-be-unknown": {
    message: ({ input }) => `同因问题要求 ${quoted(input)} 相同，但无处要求填写；未知时案件不计入任何问题`,
    help: "请在表单中必填、由业务系统带入（`prefill`），或给出缺省值"
  },
  "problem/no-case": {
    message: ({ input }) => `同因问题只统计案件，没有 ${quoted(input)}，因此永远不会立项`,
    help: "请只读取 `same-problem.customers` 或 `same-problem.cases`"
  },
  "sending/quiet-all-day": { message: "免打扰时段首尾相接，消息永远发不出去" },
  "sending/digest-too-long": {
    message: ({ digest, within, where }) =>
      `通知最长等待 ${digest} 才合并发出，而 ${quoted(where)} 要求在 ${within} 内答复`,
    help: "请缩短 `sending.digest`，或在 `quiet-except` 中列出该消息"
  },
  "sending/nothing-hidden": {
    message: ({ where }) => `${quoted(where)} 不起作用：\`sending.redact\` 没有写对谁隐去`,
    help: "请在 `sending.redact` 下写明谁仍可看到，或写 `none`"
  },
  "sending/no-such-fact": {
    message: "没有任何事实标为他人信息，无可隐去",
    help: "请给表单中填写他人信息的事实加上 `of-others: 是`"
  },
  "retention/before-reopening": {
    message: ({ where }) => `档案保存期短于 ${quoted(where)}，届时客户再来已无案件可重开`,
    help: "保存期至少应同样长"
  },
  "learning/counting-is-no-target": {
    message: ({ measure }) => `${quoted(measure)} 只是计数，不宜作目标：投诉变少也许只是没人愿意说`,
    help: "请改为办理质量的指标，如 `kept`、`resolution`"
  },
  "learning/best-is-missed": {
    message: ({ measure, best }) => `${quoted(measure)} 做到最好（${best}）反而不达标`,
    help: "请把比较方向反过来：越高越好用 `>=`，越低越好用 `<=`"
  }
}
