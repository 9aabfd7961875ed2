/** `alarm/…`, `learning/…`, `retention/…`, `problem/…`, `sending/…`: what stands over every case. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const governance = {
  "alarm/no-condition": entry<{ alarm: string }>({
    level: "error",
    message: {
      en: ({ alarm }) => `alarm ${quoted(alarm)} does not say when it is raised`,
      "zh-CN": ({ alarm }) => `警报 ${quoted(alarm)} 没有写何时触发`
    },
    help: { en: () => "write its condition under `when`", "zh-CN": () => "请在 `when` 下写明条件" }
  }),
  "alarm/nobody": entry<{ alarm: string }>({
    level: "warning",
    message: {
      en: ({ alarm }) => `nobody hears of alarm ${quoted(alarm)}`,
      "zh-CN": ({ alarm }) => `没有人会得知警报 ${quoted(alarm)}`
    },
    help: { en: () => "name a role under `notify`", "zh-CN": () => "请在 `notify` 下写明角色" }
  }),
  "problem/may-be-unknown": entry<{ input: string }>({
    level: "warning",
    message: {
      en: ({ input }) =>
        `cases of one problem have ${quoted(input)} in common, and nothing asks for it: where it is not known, a case belongs to no problem`,
      "zh-CN": ({ input }) => `同因问题要求 ${quoted(input)} 相同，但无处要求填写；未知时案件不计入任何问题`
    },
    help: {
      en: () => "require it in a form, let the host fill it in (`prefill`), or give it a default",
      "zh-CN": () => "请在表单中必填、由宿主系统带入（`prefill`），或给出缺省值"
    }
  }),
  "problem/no-case": entry<{ input: string }>({
    level: "error",
    message: {
      en: ({ input }) => `a problem counts its cases and has no ${quoted(input)}: it would never be opened`,
      "zh-CN": ({ input }) => `同因问题只统计案件，没有 ${quoted(input)}，因此永远不会立项`
    },
    help: {
      en: () => "read `same-problem.customers` or `same-problem.cases`",
      "zh-CN": () => "请只读取 `same-problem.customers` 或 `same-problem.cases`"
    }
  }),
  "sending/quiet-all-day": entry<Record<never, never>>({
    level: "error",
    message: {
      en: () => "the quiet hours never end: no message would ever leave",
      "zh-CN": () => "免打扰时段首尾相接，消息永远发不出去"
    }
  }),
  "sending/digest-too-long": entry<{ digest: string; within: string; where: string }>({
    level: "warning",
    message: {
      en: ({ digest, within, where }) =>
        `notices may wait ${digest} for others, and ${quoted(where)} wants an answer within ${within}`,
      "zh-CN": ({ digest, within, where }) =>
        `通知最长等待 ${digest} 才合并发出，而 ${quoted(where)} 要求在 ${within} 内答复`
    },
    help: {
      en: () => "shorten `sending.digest`, or name the message in `quiet-except`",
      "zh-CN": () => "请缩短 `sending.digest`，或在 `quiet-except` 中列出该消息"
    }
  }),
  "sending/nothing-hidden": entry<{ where: string }>({
    level: "warning",
    message: {
      en: ({ where }) => `${quoted(where)} hides nothing: \`sending.redact\` does not say of whom`,
      "zh-CN": ({ where }) => `${quoted(where)} 不起作用：\`sending.redact\` 没有写对谁隐去`
    },
    help: {
      en: () => "say under `sending.redact` who may still read it, or `none`",
      "zh-CN": () => "请在 `sending.redact` 下写明谁仍可看到，或写 `none`"
    }
  }),
  "sending/no-such-fact": entry<Record<never, never>>({
    level: "warning",
    message: {
      en: () => "no fact says something of other people, so there is nothing to hide",
      "zh-CN": () => "没有任何事实标为他人信息，无可隐去"
    },
    help: {
      en: () => "write `of-others: yes` with the fact of the form that names somebody else",
      "zh-CN": () => "请给表单中填写他人信息的事实加上 `of-others: 是`"
    }
  }),
  "retention/before-reopening": entry<{ where: string }>({
    level: "warning",
    message: {
      en: ({ where }) => `records expire before ${quoted(where)} is over: who comes back then finds nothing to reopen`,
      "zh-CN": ({ where }) => `档案保存期短于 ${quoted(where)}，届时客户再来已无案件可重开`
    },
    help: { en: () => "keep them for at least as long", "zh-CN": () => "保存期至少应同样长" }
  }),
  "learning/counting-is-no-target": entry<{ measure: string }>({
    level: "warning",
    message: {
      en: ({ measure }) =>
        `${quoted(measure)} is a count and no target: fewer complaints may only mean that fewer speak`,
      "zh-CN": ({ measure }) => `${quoted(measure)} 只是计数，不宜作目标：投诉变少也许只是没人愿意说`
    },
    help: {
      en: () => "set a target on how well they are answered, such as `kept` or `resolution`",
      "zh-CN": () => "请改为办理质量的指标，如 `kept`、`resolution`"
    }
  }),
  "learning/best-is-missed": entry<{ measure: string; best: string }>({
    level: "warning",
    message: {
      en: ({ measure, best }) => `the best figure of ${quoted(measure)}, ${best}, misses this target`,
      "zh-CN": ({ measure, best }) => `${quoted(measure)} 做到最好（${best}）反而不达标`
    },
    help: {
      en: () => "turn the comparison round: `>=` where more is better, `<=` where less is",
      "zh-CN": () => "请把比较方向反过来：越高越好用 `>=`，越低越好用 `<=`"
    }
  })
}
