/** `channel/…` and `form/…`: where feedback comes from, and what it is asked for. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const channel = {
  "channel/no-question": entry<{ channel: string }>({
    level: "warning",
    message: {
      en: ({ channel }) => `channel ${quoted(channel)} asks customers, and has no question`,
      "zh-CN": ({ channel }) => `渠道 ${quoted(channel)} 会询问客户，却没有问题`
    },
    help: { en: () => "write it as `question`", "zh-CN": () => "请写出 `question`" }
  }),
  "channel/no-routine": entry<{ channel: string; key: string }>({
    level: "error",
    message: {
      en: ({ channel, key }) => `routine ${quoted(channel)} opens no case: it lacks ${quoted(key)}`,
      "zh-CN": ({ channel, key }) => `例行事项 ${quoted(channel)} 缺少 ${quoted(key)}，不会立案`
    },
    help: {
      en: () => "write how often under `frequency`, and what is to be done under `question`",
      "zh-CN": () => "请在 `frequency` 下写频次，在 `question` 下写要办什么"
    }
  }),
  "channel/not-routine": entry<{ channel: string; key: string }>({
    level: "warning",
    message: {
      en: ({ channel, key }) => `channel ${quoted(channel)} is no routine, so its ${quoted(key)} has no effect`,
      "zh-CN": ({ channel, key }) => `渠道 ${quoted(channel)} 不是例行事项，它的 ${quoted(key)} 不起作用`
    },
    help: { en: () => "say `mode: routine`, or leave it out", "zh-CN": () => "请写 `mode: routine`，或去掉它" }
  }),
  "channel/not-active": entry<{ channel: string; key: string }>({
    level: "warning",
    message: {
      en: ({ channel, key }) => `channel ${quoted(channel)} is not active, so its ${quoted(key)} asks nobody`,
      "zh-CN": ({ channel, key }) => `渠道 ${quoted(channel)} 不是主动的，它的 ${quoted(key)} 不会询问任何人`
    },
    help: { en: () => "say `mode: active`, or leave it out", "zh-CN": () => "请写 `mode: active`，或去掉它" }
  }),
  "channel/no-case": entry<{ channel: string; input: string }>({
    level: "error",
    message: {
      en: ({ channel, input }) =>
        `channel ${quoted(channel)} asks customers by period, who have no case, so ${quoted(input)} is not known`,
      "zh-CN": ({ channel, input }) => `渠道 ${quoted(channel)} 按频次询问客户，此时没有案件，无从得知 ${quoted(input)}`
    },
    help: { en: () => "read facts on file of the customer alone", "zh-CN": () => "请只读取客户档案中的事实" }
  }),
  "channel/bad-scale": entry<{ channel: string }>({
    level: "error",
    message: {
      en: ({ channel }) => `the scale of channel ${quoted(channel)} is not two numbers, the lowest first`,
      "zh-CN": ({ channel }) => `渠道 ${quoted(channel)} 的分值不是由低到高的两个数`
    },
    help: { en: () => "write for example `scale: [1, 5]`", "zh-CN": () => "例如写 `scale: [1, 5]`" }
  }),
  "channel/score-twice": entry<{ channel: string; kind: string; other: string }>({
    level: "warning",
    message: {
      en: ({ channel, kind, other }) =>
        `some scores on channel ${quoted(channel)} are ${quoted(kind)} and ${quoted(other)}: they count as ${quoted(other)}`,
      "zh-CN": ({ channel, kind, other }) =>
        `渠道 ${quoted(channel)} 的部分分值既算 ${quoted(kind)} 又算 ${quoted(other)}，实际按 ${quoted(other)}`
    },
    help: { en: () => "let each score belong to one kind", "zh-CN": () => "请让每个分值只属于一种性质" }
  }),
  "channel/score-never": entry<{ channel: string; kind: string }>({
    level: "warning",
    message: {
      en: ({ channel, kind }) => `no score on channel ${quoted(channel)} is ever a ${quoted(kind)}`,
      "zh-CN": ({ channel, kind }) => `渠道 ${quoted(channel)} 上没有任何分值会是 ${quoted(kind)}`
    },
    help: {
      en: () => "the scale does not have it, or kinds above it take its scores",
      "zh-CN": () => "分值中没有它，或前面的性质已占去它的分值"
    }
  }),
  "channel/rest-too-long": entry<{ channel: string; rest: string; frequency: string }>({
    level: "warning",
    message: {
      en: ({ channel, rest, frequency }) =>
        `channel ${quoted(channel)} is to ask ${quoted(frequency)}, and leaves everybody alone for ${quoted(rest)}`,
      "zh-CN": ({ channel, rest, frequency }) =>
        `渠道 ${quoted(channel)} 的频次是 ${quoted(frequency)}，却每次间隔 ${quoted(rest)}`
    },
    help: { en: () => "ask less often, or shorten `rest`", "zh-CN": () => "请降低频次，或缩短 `rest`" }
  }),
  "form/field-twice": entry<{ field: string }>({
    level: "warning",
    message: {
      en: ({ field }) => `${quoted(field)} is required and may be left out`,
      "zh-CN": ({ field }) => `${quoted(field)} 既必填又选填`
    },
    help: { en: () => "take it out of `offer`, or out of `require`", "zh-CN": () => "请从 `offer` 或 `require` 中去掉" }
  }),
  "form/idle-question": entry<{ question: string }>({
    level: "warning",
    message: {
      en: ({ question }) => `question ${quoted(question)} is never asked`,
      "zh-CN": ({ question }) => `问题 ${quoted(question)} 从不会被问到`
    },
    help: {
      en: () => "name it like the field that it asks for, or let a signal ask it",
      "zh-CN": () => "请以它所问的字段命名，或由信号词提出"
    }
  }),
  "form/too-long": entry<{ count: number; most: number }>({
    level: "warning",
    message: {
      en: ({ count, most }) => `the form requires ${count} fields, more than ${most}`,
      "zh-CN": ({ count, most }) => `表单必填 ${count} 项，超过 ${most} 项`
    },
    help: {
      en: () => "let some be left out with `offer`, let the host fill some in by `prefill`, or raise `warn-above`",
      "zh-CN": () => "请把一部分改为 `offer` 选填，或用 `prefill` 由系统带入，或调高 `warn-above`"
    }
  })
}
