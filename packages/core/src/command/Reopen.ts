import { againstReopening, reopenBy } from "../rule/lifecycle/reopening.ts"
import { describe, must, own } from "./Description.ts"
import { staffOrCustomer } from "./Rights.ts"

/** The command that sends a loop back to a gate, if the policy allows it. */
export const reopen = describe({
  verb: "reopen",
  key: "重开",
  acts: "decided",
  until: "expired",
  arguments: {
    because: must("text"),
    reason: must("text", "理由")
  },
  example: { do: "reopen", because: "dissatisfied", reason: "still wrong" },
  who: staffOrCustomer,
  now: againstReopening,
  offered: ({ state }) => state.lifecycle.closedAt !== undefined,
  reduces: own,
  run: reopenBy
})
