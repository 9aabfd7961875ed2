/** `log/…`: what an event log cannot be read by. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const log = {
  "log/time-format": entry<{ found: string }>({
    level: "error",
    message: {
      en: ({ found }) => `${quoted(found)} does not say where year, month and day stand`,
      "zh-CN": ({ found }) => `${quoted(found)} 没有写明年、月、日的位置`
    },
    help: {
      en: () => "write it in letters, for example `dd/MM/yyyy HH:mm`",
      "zh-CN": () => "请用字母写，例如 `dd/MM/yyyy HH:mm`"
    }
  })
}
