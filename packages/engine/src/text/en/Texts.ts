/** Every text of the engine in this language. */
import type { Text } from "@hearback/core"
import { fault } from "./Fault.ts"

export const texts = { fault }

export type Texts = Text.Like<typeof texts>
