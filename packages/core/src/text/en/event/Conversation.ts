/** What was said to the customer and by the customer. */

import type { ConversationEvents } from "../../../case/track/Conversation.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"

const ordinals = ["first", "second", "third", "fourth", "fifth"]
const ordinal = (count: number): string => ordinals[count - 1] ?? `${count}th`

export const conversation: EventLines<ConversationEvents> = {
  "feedback-joined": (event, wording) =>
    event.from !== undefined
      ? `${event.from} was merged into this case`
      : event.again === true
        ? `the same message was also received by ${wording.title("channel", event.channel)}`
        : `reported again by ${wording.title("channel", event.channel)}, for the ${ordinal(event.contacts.contacts)} time${opt(event.text, (t) => `: ${spoken(t)}`)}${event.score === undefined ? "" : `, score ${event.score}`}`,
  "question-asked": (event, wording) =>
    `the customer was asked${event.missing.length === 0 ? "" : ` (missing: ${wording.list(event.missing.map((fact) => wording.title("fact", fact)))})`}: ${spoken(event.text)}`,
  "event-happened": (event, wording) => `${wording.who(event.by)} reported the event “${event.name}”`,
  "survey-due": (event, wording) =>
    `${wording.who(event.customer)} is to be asked by ${wording.title("channel", event.channel)}`,
  "customer-wrote": (event, wording) =>
    `${event.as === "automatic" ? "an automatic reply was received" : event.as === "courtesy" ? "the customer said thanks" : "the customer wrote"}${opt(event.channel, (c) => ` by ${wording.title("channel", c)}`)}: ${spoken(event.text)}`,
  "customer-told": (event, wording) => `${wording.who(event.by)} told the customer: ${spoken(event.text)}`,
  "note-added": (event, wording) => `${wording.who(event.by)} noted: ${spoken(event.text)}`
}
