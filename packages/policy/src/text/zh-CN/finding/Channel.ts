/** `channel/…` and `form/…`: where feedback comes from, and what it is asked for. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Channel.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const channel: Like<typeof en.channel> = {
  "channel/no-question": {
    message: ({ channel }) => `渠道 ${quoted(channel)} 会询问客户，却没有问题`,
    help: "请写出 `question`"
  },
  "channel/no-routine": {
    message: ({ channel, key }) => `例行事项 ${quoted(channel)} 缺少 ${quoted(key)}，不会立案`,
    help: "请在 `frequency` 下写频次，在 `question` 下写要办什么"
  },
  "channel/not-routine": {
    message: ({ channel, key }) => `渠道 ${quoted(channel)} 不是例行事项，它的 ${quoted(key)} 不起作用`,
    help: "请写 `mode: routine`，或去掉它"
  },
  "channel/not-active": {
    message: ({ channel, key }) => `渠道 ${quoted(channel)} 不主动询问客户，它的 ${quoted(key)} 不起作用`,
    help: "请写 `mode: active`，或去掉它"
  },
  "channel/no-case": {
    message: ({ channel, input }) => `渠道 ${quoted(channel)} 按频次询问客户，此时没有案件，无从得知 ${quoted(input)}`,
    help: "请只读取客户档案中的事实"
  },
  "channel/bad-scale": {
    message: ({ channel }) => `渠道 ${quoted(channel)} 的分值不是由低到高的两个数`,
    help: "例如写 `scale: [1, 5]`"
  },
  "channel/score-twice": {
    message: ({ channel, kind, other }) =>
      `渠道 ${quoted(channel)} 的部分分值既算 ${quoted(kind)} 又算 ${quoted(other)}，实际按 ${quoted(other)}`,
    help: "请让每个分值只属于一种性质"
  },
  "channel/score-reversed": {
    message: ({ channel }) => `渠道 ${quoted(channel)} 的 0 至 10 分中，低分算表扬，高分算投诉`,
    help: "请让高分算表扬：0 至 10 分中，`nps` 把 9 分和 10 分计为推荐者"
  },
  "channel/score-never": {
    message: ({ channel, kind }) => `渠道 ${quoted(channel)} 上没有任何分值会是 ${quoted(kind)}`,
    help: "分值中没有它，或前面的性质已占去它的分值"
  },
  "channel/rest-too-long": {
    message: ({ channel, rest, frequency }) =>
      `渠道 ${quoted(channel)} 的频次是 ${quoted(frequency)}，却每次间隔 ${quoted(rest)}`,
    help: "请降低频次，或缩短 `rest`"
  },
  "channel/says-otherwise": {
    message: ({ channel, says, key, is }) =>
      `渠道 ${quoted(channel)} 的客户看到的是 ${quoted(says)}，而 ${quoted(key)} 为 ${quoted(is)}`,
    help: "请使文字与设置一致"
  },
  "form/field-twice": {
    message: ({ field }) => `${quoted(field)} 既必填又选填`,
    help: "请从 `offer` 或 `require` 中去掉"
  },
  "form/idle-question": {
    message: ({ question }) => `问题 ${quoted(question)} 从不会被问到`,
    help: "请以它所问的字段命名，或由信号词提出"
  },
  "form/too-long": {
    message: ({ count, most }) => `表单必填 ${count} 项，超过 ${most} 项`,
    help: "请把一部分改为 `offer` 选填，或用 `prefill` 由系统带入，或调高 `warn-above`"
  }
}
