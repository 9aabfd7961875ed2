/** The texts of the engine: a folder beside this file for each language, and a line here. */
import type { Bundle, Text } from "@hearback/core"
import { fault as en } from "./en/Fault.ts"
import { fault as zhCN } from "./zh-CN/Fault.ts"

export const texts: Readonly<Record<Bundle.Language, { readonly fault: Text.Like<typeof en> }>> = {
  en: { fault: en },
  "zh-CN": { fault: zhCN }
}
