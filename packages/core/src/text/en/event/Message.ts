/** What left the house, and what came back. */

import type { MessageEvents } from "../../../case/track/Message.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { Lines } from "../../shape/Voice.ts"

export const message: Lines<MessageEvents> = {
  "message-queued": (e, v) =>
    `${v.message(e.message)} to ${v.who(e.to)}${opt(e.channel, (c) => ` by ${v.title("channel", c)}`)}: ${spoken(e.text)}`,
  "message-handed-over": (e) => `message ${e.id} was sent`,
  "message-bounced": (e, v) => `message ${e.id} was not delivered${v.why(e.reason)}`
}
