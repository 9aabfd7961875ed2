/** What help says, in each language. Help is read only when asked for. */
import type { Language } from "../../runtime/Language.ts"
import type { Helps } from "./en/help/CommandHelp.ts"
import { helps as en } from "./en/help/Helps.ts"
import { helps as zh } from "./zh-CN/help/Helps.ts"

export const helps: Readonly<Record<Language, Helps>> = { en, "zh-CN": zh }
