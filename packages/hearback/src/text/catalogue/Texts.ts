/** The texts of every language. */
import type { Bundle } from "@hearback/core"
import type { Texts } from "../en/Texts.ts"
import { texts as all } from "../generated/Texts.ts"

export const texts: Readonly<Record<Bundle.Language, Texts>> = all
