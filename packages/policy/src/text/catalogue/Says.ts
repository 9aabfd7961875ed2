/** What the keys of the language say, in every language. Apart from the other texts: nothing at run time reads it. */
import type { Bundle } from "@hearback/core"
import type { OutlineTexts } from "../en/outline/Keys.ts"
import { says as all } from "../generated/Keys.ts"

export const says: Readonly<Record<Bundle.Language, OutlineTexts>> = all
