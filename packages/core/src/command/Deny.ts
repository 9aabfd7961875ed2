import { againstAnswering, deny as denied, isForAnswering, mayDeny, requests } from "../rule/approval/requests.ts"
import { describe, may, own } from "./Description.ts"

/** The command that denies a request that waits for approval. */
export const deny = describe({
  verb: "deny",
  key: "驳回",
  acts: "decided",
  until: "expired",
  arguments: {
    approval: may("text"),
    reason: may("text", "理由")
  },
  example: { do: "deny", reason: "too much" },
  who: mayDeny,
  now: againstAnswering,
  targets: requests,
  offered: isForAnswering,
  reduces: own,
  run: denied
})
