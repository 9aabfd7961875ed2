/** What help says, in each language. Help is read only when asked for. */
import type { Language } from "../../runtime/Language.ts"
import type { Helps } from "./en/help/CommandHelp.ts"
import { helps as all } from "./generated/Helps.ts"

export const helps: Readonly<Record<Language, Helps>> = all
