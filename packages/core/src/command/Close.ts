import { use } from "../rule/approval/requests.ts"
import { againstClosing } from "../rule/lifecycle/closure.ts"
import { dismiss } from "../rule/lifecycle/parkedWords.ts"
import { describe, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

/** The command that closes, by authority, the loops whose gates are all settled. */
export const close = describe({
  verb: "close",
  key: "结案",
  acts: "decided",
  until: "expired",
  arguments: {},
  example: { do: "close" },
  who: personFor("close"),
  now: (x) => (x.state.lifecycle.parked === undefined ? againstClosing(x) : []),
  offered: ({ state }) => state.lifecycle.parked !== undefined,
  reduces: own,
  run: (d, c) => (dismiss(d) ? [] : use(d, c))
})
