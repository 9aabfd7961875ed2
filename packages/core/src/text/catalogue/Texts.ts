/** The texts of every language that the engine speaks to people. */
import type { Language } from "../../policy/Rule.ts"
import type { Texts } from "../en/Texts.ts"
import { texts as all } from "../generated/Texts.ts"

export type { Texts } from "../en/Texts.ts"

export const texts: Readonly<Record<Language, Texts>> = all
