/** One line for each event of a case, in the plain words of a supervisor. */
import type { CaseEvent, EventName } from "../case/Case.ts"
import type { Language } from "../policy/Rule.ts"
import { texts } from "./catalogue/Texts.ts"
import { voice } from "./phrase/Voice.ts"
import type { LineContext } from "./shape/View.ts"
import type { Voice } from "./shape/Voice.ts"

/** Every event's name, in the order of a case's journey. */
export const events = Object.keys(texts.en.event) as readonly EventName[]

/** Returns the line of an event. An event of a later version of the engine is told by its name alone. */
export const told = (event: CaseEvent, wording: Voice): string => {
  const table = texts[wording.language].event as Readonly<Record<string, (event: never, wording: Voice) => string>>
  const say = Object.hasOwn(table, event.event) ? table[event.event] : undefined
  return say === undefined ? event.event : say(event as never, wording)
}

/** Returns one line, without its full stop. */
export const event = (event: CaseEvent, language: Language, view: LineContext): string =>
  told(event, voice(language, view))
