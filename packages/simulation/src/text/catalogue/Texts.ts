/** The texts of every language: a language is its folder and a line here. */
import type { Bundle } from "@hearback/core"
import { texts as en, type Texts } from "../en/Texts.ts"
import { texts as zh } from "../zh-CN/Texts.ts"

export const texts: Readonly<Record<Bundle.Language, Texts>> = { en, "zh-CN": zh }
