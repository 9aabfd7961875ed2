/** What was said to the customer and by the customer. */

import type { ConversationEvents } from "../../../case/track/Conversation.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"

const ordinals = ["first", "second", "third", "fourth", "fifth"]
const ordinal = (n: number): string => ordinals[n - 1] ?? `${n}th`

export const conversation: Lines<ConversationEvents> = {
  "feedback-joined": (e, v) =>
    e.from !== undefined
      ? `${e.from} was merged into this case`
      : e.again === true
        ? `the same message also came by ${v.title("channel", e.channel)}`
        : `reported again by ${v.title("channel", e.channel)}, for the ${ordinal(e.contacts.contacts)} time${opt(e.text, (t) => `: ${spoken(t)}`)}${e.score === undefined ? "" : `, score ${e.score}`}`,
  "question-asked": (e, v) =>
    `the customer was asked${e.missing.length === 0 ? "" : ` (missing: ${v.list(e.missing.map((fact) => v.title("fact", fact)))})`}: ${spoken(e.text)}`,
  "event-happened": (e, v) => `${v.who(e.by)} reported the event “${e.name}”`,
  "survey-due": (e, v) => `${v.who(e.customer)} is to be asked by ${v.title("channel", e.channel)}`,
  "customer-wrote": (e, v) =>
    `${e.as === "automatic" ? "an automatic reply came" : e.as === "courtesy" ? "the customer said thanks" : "the customer wrote"}${opt(e.channel, (c) => ` by ${v.title("channel", c)}`)}: ${spoken(e.text)}`,
  "customer-told": (e, v) => `${v.who(e.by)} told the customer: ${spoken(e.text)}`,
  "note-added": (e, v) => `${v.who(e.by)} noted: ${spoken(e.text)}`
}
