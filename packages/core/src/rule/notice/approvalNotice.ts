/**
 * The placeholders of notices about a request for approval: who asks, for what, how much, why, whom, and until when.
 */

import type { Approval, Powered } from "../../case/track/Authority.ts"
import type { PlaceholderValue } from "../../draft/placeholder.ts"
import { texts } from "../../text/catalogue/Texts.ts"
import type { Voice } from "../../text/shape/Voice.ts"

/** Returns the values of a request's placeholders. */
export const ofRequest = ({ command: c, amount, by, person, dueAt }: Approval) => {
  const isSpending = c.do === "compensate" || c.do === "discount" || c.do === "grant"
  // An amount without a known exchange rate is shown as it was asked for.
  const spent = (voice: Voice): string | undefined =>
    isSpending ? (amount > 0 ? voice.amount(c.do, amount) : String(c.amount)) : undefined
  return {
    "request.by": (v: Voice) => v.who(by),
    "request.what": (v: Voice) => what(c, v),
    "request.amount": spent,
    "request.reason": c.do === "close" || c.reason.trim() === "" ? undefined : c.reason,
    "request.asked": (v: Voice) => v.who(person),
    "request.until": dueAt === null ? undefined : { due: dueAt }
  } satisfies Readonly<Record<string, PlaceholderValue>>
}

const what = (powered: Powered, voice: Voice): string => {
  const duty = voice.word("duty", powered.do)
  const say = texts[voice.language].request
  switch (powered.do) {
    case "regrade":
      return say.regrade(duty, powered.to)
    case "waive":
      return say.waive(duty, voice.gate(powered.gate))
    case "extend":
      return say.extend(duty, voice.clock(powered.clock), powered.until)
    default:
      return duty
  }
}
