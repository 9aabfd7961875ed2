/** Every text of the engine in this language. */
import type { Texts } from "../en/Texts.ts"
import { fault } from "./Fault.ts"

export const texts: Texts = { fault }
