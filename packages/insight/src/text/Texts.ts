/** The texts of figures in every language. */
import type { Bundle, Text } from "@hearback/core"
import type { figures as en } from "./en/Figures.ts"
import { figures } from "./generated/Figures.ts"

export const texts: Readonly<Record<Bundle.Language, Text.Like<typeof en>>> = figures
