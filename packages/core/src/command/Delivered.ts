import * as Letters from "../case/track/Message.ts"
import * as Drafts from "../draft/Draft.ts"
import { describe, may, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/** The command that reports that a channel took a message. */
export const delivered = describe({
  verb: "delivered",
  key: "回报送达",
  acts: "told",
  until: "erased",
  arguments: {
    message: must("text"),
    to: may("text"),
    party: may("text"),
    by: may("text"),
    reference: may("text")
  },
  example: { do: "delivered", message: "m1" },
  who: engine,
  run: (draft, { do: _, message: id, ...sent }) => {
    const { messages } = draft.state
    const isUnderway = Object.hasOwn(messages.underway, id)
    // A bounced message may arrive after all when it is sent again.
    const isReturned = Letters.letterOf(messages, id)?.returned === true
    if (isUnderway || isReturned || sent.reference !== undefined)
      Drafts.emit(draft, "message-handed-over", { id, ...sent })
    return []
  }
})
