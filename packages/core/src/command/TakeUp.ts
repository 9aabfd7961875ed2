/** The owner begins; a case that nobody owns is taken by whoever gives it first, and who comes second works along. */

import { mayTakeUp, takeUp as takenUp } from "../rule/ownership/handover.ts"
import { isOwner } from "../who/Who.ts"
import { describe } from "./Description.ts"

export const takeUp = describe({
  verb: "take-up",
  key: "认领",
  acts: "decided",
  until: "closed",
  arguments: {},
  example: { do: "take-up" },
  who: mayTakeUp,
  offered: ({ state, meta }) => isOwner(state, meta.actor) && !state.ownership.takenUp,
  run: takenUp
})
