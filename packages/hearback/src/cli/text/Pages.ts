/** What pages say beside the texts of the command line, in each language. */
import type { Language } from "../../runtime/Language.ts"
import { pages as en, type PageTexts } from "./en/Pages.ts"
import { pages as zh } from "./zh-CN/Pages.ts"

export const pages: Readonly<Record<Language, PageTexts>> = { en, "zh-CN": zh }
