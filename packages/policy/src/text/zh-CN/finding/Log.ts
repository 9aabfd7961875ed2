/** `log/…`: what an event log cannot be read by. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Log.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const log: Like<typeof en.log> = {
  "log/time-format": {
    message: ({ found }) => `${quoted(found)} 没有写明年、月、日的位置`,
    help: "请用字母写，例如 `dd/MM/yyyy HH:mm`"
  }
}
