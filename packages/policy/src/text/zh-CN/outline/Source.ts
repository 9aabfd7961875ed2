/** Sources: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Source.ts"

export const title: Like<typeof en.title> = {
  Checked: "来源如何核对",
  Sources: "来源表",
  Source: "来源"
}

export const says: Like<typeof en.says> = {
  Source: {
    title: "给人看的名称。",
    cite: "`basis` 以此开头即指本来源；缺省为此处的名称。",
    "as-of": "所读文本的日期。",
    checked: "读过原文、只读过转述，还是都没有。"
  }
}
