/**
 * One line for each event of a case, in the plain words of a supervisor.
 *
 * The catalogue is exhaustive by type: an event without its line in both languages does not compile.
 */
import type { Bodies, CaseEvent, EventName } from "../../case/Case.ts"
import type { Language } from "../../policy/Bundle.ts"
import { authority } from "./Authority.ts"
import { clock } from "./Clock.ts"
import { conversation } from "./Conversation.ts"
import { feedback } from "./Feedback.ts"
import { gate } from "./Gate.ts"
import { grade } from "./Grade.ts"
import { lifecycle } from "./Lifecycle.ts"
import { message } from "./Message.ts"
import { ownership } from "./Ownership.ts"
import { record } from "./Record.ts"
import { relations } from "./Relations.ts"
import { version } from "./Version.ts"
import type { Lines, View, Voice } from "./Voice.ts"
import { voice } from "./Voice.ts"
import { watch } from "./Watch.ts"

const lines: Lines<Bodies> = {
  ...feedback,
  ...conversation,
  ...relations,
  ...grade,
  ...ownership,
  ...gate,
  ...clock,
  ...authority,
  ...lifecycle,
  ...version,
  ...watch,
  ...message,
  ...record
}

/** Every event's name, in the order of a case's journey. */
export const events = Object.keys(lines) as readonly EventName[]

/** Returns the line of an event. An event of a later version of the engine is told by its name alone. */
export const told = (event: CaseEvent, v: Voice): string => {
  const table: Readonly<Record<string, Readonly<Record<Language, (e: never, v: Voice) => string>>>> = lines
  const row = Object.hasOwn(table, event.event) ? table[event.event] : undefined
  return row === undefined ? event.event : row[v.language](event as never, v)
}

/** Returns one line, without its full stop. */
export const event = (e: CaseEvent, language: Language, x: View): string => told(e, voice(language, x))
