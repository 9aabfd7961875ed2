/** What left the house, and what came back. */

import type { MessageEvents } from "../../../case/track/Message.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"

export const message: EventLines<MessageEvents> = {
  "message-queued": (event, wording) =>
    `${wording.message(event.message)} to ${wording.who(event.to)}${opt(event.channel, (c) => ` by ${wording.title("channel", c)}`)}: ${spoken(event.text)}`,
  "message-handed-over": (event) => `message ${event.id} was sent`,
  "message-bounced": (event, wording) => `message ${event.id} was not delivered${wording.why(event.reason)}`
}
