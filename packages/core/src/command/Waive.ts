import { hasLimit, use } from "../rule/approval/requests.ts"
import { againstGate, unsettled } from "../rule/gate/settlement.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

/** The command that waives a gate, by authority. */
export const waive = describe({
  verb: "waive",
  key: "豁免",
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text"),
    reason: must("text", "理由")
  },
  example: { do: "waive", gate: "confirmed", reason: "the customer asked for no more mail" },
  who: personFor("waive"),
  now: againstGate,
  targets: unsettled,
  offered: hasLimit("waive"),
  reduces: own,
  run: use
})
