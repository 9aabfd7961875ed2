import { mayTakeUp, takeUp as takenUp } from "../rule/ownership/handover.ts"
import { isOwner } from "../who/Who.ts"
import { describe } from "./Description.ts"

/**
 * The command by which the owner begins work. If nobody owns the case, whoever gives it first becomes the owner, and
 * the second becomes a collaborator.
 */
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
