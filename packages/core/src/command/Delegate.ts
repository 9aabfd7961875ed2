import { delegate as lent, mayLend } from "../rule/ownership/delegation.ts"
import { describe, may, must } from "./Description.ts"

/** The command that lends powers on this case until a date: never more than the lender has, and no lent powers. */
export const delegate = describe({
  verb: "delegate",
  key: "委托",
  acts: "decided",
  until: "closed",
  arguments: {
    to: must("text", "给"),
    until: must("text", "至"),
    roles: may("texts", "角色"),
    reason: may("text", "理由")
  },
  example: { do: "delegate", to: "agent-8", until: "2026-12-31", roles: ["supervisor"], reason: "training week" },
  who: mayLend,
  run: lent
})
