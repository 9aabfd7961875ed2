/** What the keys of the language say, in every language. Apart from the other texts: nothing at run time reads it. */
import type { Bundle } from "@hearback/core"
import { says as en, type Says } from "../en/outline/Keys.ts"
import { says as zh } from "../zh-CN/outline/Keys.ts"

export const says: Readonly<Record<Bundle.Language, Says>> = { en, "zh-CN": zh }
