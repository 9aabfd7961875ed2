import type { Texts } from "../en/Texts.ts"
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
