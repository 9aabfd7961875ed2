/** Lends powers on this case until a date: never more than one has, and never on. */
import { delegate as lent, mayLend } from "../rule/ownership/delegation.ts"
import { describe, may, must } from "./Description.ts"

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
