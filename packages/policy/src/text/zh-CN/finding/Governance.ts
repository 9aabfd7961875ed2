/** `alarm/…`, `learning/…`, `retention/…`, `problem/…`, `sending/…`: what stands over every case. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Governance.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const governance: Like<typeof en.governance> = {
  "alarm/no-condition": {
    message: ({ alarm }) => `警报 ${quoted(alarm)} 没有写何时触发`,
    help: "请在 `when` 下写明条件"
  },
  "alarm/nobody": { message: ({ alarm }) => `没有人会得知警报 ${quoted(alarm)}`, help: "请在 `notify` 下写明角色" },
  "problem/may-be-unknown": {
    message: ({ input }) => `同因问题要求 ${quoted(input)} 相同，但无处要求填写；未知时案件不计入任何问题`,
    help: "请在表单中必填、由宿主系统带入（`prefill`），或给出缺省值"
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
