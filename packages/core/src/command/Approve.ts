import {
  againstApproving,
  approve as approved,
  isForAnswering,
  mayApprove,
  requests
} from "../rule/approval/requests.ts"
import { describe, may, own } from "./Description.ts"

/** The command that approves a request, which is then done in the name of whoever asked. Nobody approves their own. */
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
