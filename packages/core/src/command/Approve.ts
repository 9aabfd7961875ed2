/** Approves what waits, and it is done in the asker's name. Never one's own request. */
import {
  againstApproving,
  approve as approved,
  isForAnswering,
  mayApprove,
  requests
} from "../rule/approval/requests.ts"
import { describe, may, own } from "./Description.ts"

export const approve = describe({
  verb: "approve",
  key: "批准",
  acts: "decided",
  until: "expired",
  arguments: {
    approval: may("text")
  },
  example: { do: "approve" },
  who: mayApprove,
  now: againstApproving,
  targets: requests,
  offered: isForAnswering,
  reduces: own,
  run: approved
})
