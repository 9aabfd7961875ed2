/** The texts of figures: a folder beside this file for each language, and a line here. */
import type { Bundle, Text } from "@hearback/core"
import { figures as en } from "./en/Figures.ts"
import { figures as zhCN } from "./zh-CN/Figures.ts"

export const texts: Readonly<Record<Bundle.Language, Text.Like<typeof en>>> = { en, "zh-CN": zhCN }
