/**
 * One line for each event of a case, in the plain words of a supervisor.
 *
 * The catalogue is exhaustive by type: an event without its line in both languages does not compile.
 */
import type { Bodies, CaseEvent, EventName } from "../case/Case.ts"
import type { Language } from "../policy/Bundle.ts"
import { authority } from "./event/Authority.ts"
import { clock } from "./event/Clock.ts"
import { conversation } from "./event/Conversation.ts"
import { feedback } from "./event/Feedback.ts"
import { gate } from "./event/Gate.ts"
import { grade } from "./event/Grade.ts"
import { lifecycle } from "./event/Lifecycle.ts"
import { message } from "./event/Message.ts"
import { ownership } from "./event/Ownership.ts"
import { record } from "./event/Record.ts"
import { relations } from "./event/Relations.ts"
import { version } from "./event/Version.ts"
import { watch } from "./event/Watch.ts"
import type { Lines, View, Voice } from "./phrase/Voice.ts"
import { voice } from "./phrase/Voice.ts"

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
