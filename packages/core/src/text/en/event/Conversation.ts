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
        ? `the same message also came by ${wording.title("channel", event.channel)}`
        : `reported again by ${wording.title("channel", event.channel)}, for the ${ordinal(event.contacts.contacts)} time${opt(event.text, (t) => `: ${spoken(t)}`)}${event.score === undefined ? "" : `, score ${event.score}`}`,
  "question-asked": (event, wording) =>
    `the customer was asked${event.missing.length === 0 ? "" : ` (missing: ${wording.list(event.missing.map((fact) => wording.title("fact", fact)))})`}: ${spoken(event.text)}`,
  "event-happened": (e, v) => `${v.who(e.by)} reported the event “${e.name}”`,
  "survey-due": (e, v) => `${v.who(e.customer)} is to be asked by ${v.title("channel", e.channel)}`,
  "customer-wrote": (event, wording) =>
    `${event.as === "automatic" ? "an automatic reply came" : event.as === "courtesy" ? "the customer said thanks" : "the customer wrote"}${opt(event.channel, (c) => ` by ${wording.title("channel", c)}`)}: ${spoken(event.text)}`,
  "customer-told": (e, v) => `${v.who(e.by)} told the customer: ${spoken(e.text)}`,
  "note-added": (e, v) => `${v.who(e.by)} noted: ${spoken(e.text)}`
}
