/** The languages that the engine speaks to people: a folder beside this one for each, and a line here. */
import type { Language } from "../../policy/Rule.ts"
import { texts as en, type Texts } from "../en/Texts.ts"
import { texts as zhCN } from "../zh-CN/Texts.ts"

export type { Texts } from "../en/Texts.ts"

export const texts: Readonly<Record<Language, Texts>> = { en, "zh-CN": zhCN }
