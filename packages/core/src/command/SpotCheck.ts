import { againstChecking, found, mayCheck } from "../rule/authority/spotCheck.ts"
import { describe, may, must, own } from "./Description.ts"

/** The command that says whether a decision drawn for a spot check is right. */
export const spotCheck = describe({
  verb: "spot-check",
  key: "抽查",
  acts: "decided",
  until: "expired",
  arguments: {
    decision: may("text", "结论"),
    finds: must(["right", "wrong"], "认定"),
    reason: may("text", "理由")
  },
  example: { do: "spot-check", finds: "wrong", reason: "paid twice" },
  who: mayCheck,
  now: againstChecking,
  reduces: own,
  run: found
})
