/** `channel/…` and `form/…`: where feedback comes from, and what it is asked for. */
import { entry } from "../Entry.ts"
import { quoted } from "../Said.ts"

export const channel = {
  "channel/no-question": entry<{ channel: string }>({
    level: "warning",
    message: {
      en: ({ channel }) => `channel ${quoted(channel)} asks customers, and has no question`,
      "zh-CN": ({ channel }) => `渠道 ${quoted(channel)} 会询问客户，却没有问题`
    },
    help: { en: () => "write it as `question`", "zh-CN": () => "请写出 `question`" }
  }),
  "channel/not-active": entry<{ channel: string; key: string }>({
    level: "warning",
    message: {
      en: ({ channel, key }) => `channel ${quoted(channel)} is passive, so its ${quoted(key)} asks nobody`,
      "zh-CN": ({ channel, key }) => `渠道 ${quoted(channel)} 是被动的，它的 ${quoted(key)} 不会询问任何人`
    },
    help: { en: () => "say `mode: active`, or leave it out", "zh-CN": () => "请写 `mode: active`，或去掉它" }
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
