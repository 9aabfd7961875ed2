/** English: the texts whose keys and arguments every other language has too. */
import type { Form } from "../shape/Form.ts"
import type { Like } from "../shape/Like.ts"
import { commands } from "./command/Commands.ts"
import { askedOf, overLimit } from "./event/Authority.ts"
import { events } from "./event/Events.ts"
import { form } from "./form/Form.ts"
import { answers } from "./phrase/Answers.ts"
import { letter } from "./phrase/Letter.ts"
import { phrase, question, request, wait } from "./phrase/Phrases.ts"
import { refused } from "./phrase/Refused.ts"
import { refusals } from "./refusal/Refusals.ts"
import { notices } from "./word/Notices.ts"
import { words } from "./word/Words.ts"

/** The texts of a language. */
export type Texts = Like<{
  readonly form: Form
  readonly words: typeof words
  readonly letter: typeof letter
  readonly phrase: typeof phrase
  readonly wait: typeof wait
  readonly request: typeof request
  readonly question: typeof question
  readonly answers: typeof answers
  readonly event: typeof events
  readonly approval: { readonly askedOf: typeof askedOf; readonly overLimit: typeof overLimit }
  readonly refusal: typeof refusals
  readonly refused: typeof refused
  readonly command: typeof commands
  readonly notice: typeof notices
}>

export const texts: Texts = {
  form,
  words,
  letter,
  phrase,
  wait,
  request,
  question,
  answers,
  event: events,
  approval: { askedOf, overLimit },
  refusal: refusals,
  refused,
  command: commands,
  notice: notices
}
