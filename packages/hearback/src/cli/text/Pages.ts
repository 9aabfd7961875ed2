/** What pages say beside the texts of the command line, in each language. */
import type { Language } from "../../runtime/Language.ts"
import type { PageTexts } from "./en/Pages.ts"
import { pages as all } from "./generated/Pages.ts"

export const pages: Readonly<Record<Language, PageTexts>> = all
