/** What a fix does. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/part/Fixes.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const fix: Like<typeof en.fix> = {
  blanks: "改为空格",
  colon: "改为半角冒号加空格",
  dropSecond: "删去后一处",
  move: "移到该处",
  list: "写成只有一项的列表",
  write: (text) => `改为 ${quoted(text)}`,
  indent: (text) => `用半角空格缩进 ${quoted(text)}`
}
