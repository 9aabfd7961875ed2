import { actDone as actionDone, mayReportAction, openActions } from "../rule/gate/settlement.ts"
import { answer, mayAnswerPart } from "../rule/ownership/team.ts"
import { describe, may, own } from "./Description.ts"

/** The command that reports a planned action as done; without a number, the part that the actor's department owes. */
export const actDone = describe({
  verb: "act-done",
  key: "完成措施",
  acts: "reported",
  until: "closed",
  arguments: {
    gate: may("text"),
    action: may("number", "措施号"),
    evidence: may("text", "证据")
  },
  example: { do: "act-done", gate: "prevented", action: 1, evidence: "release 4.2" },
  who: (x, c) => (c.action === undefined ? mayAnswerPart(x) : mayReportAction(x, c)),
  targets: (x) => [{}, ...openActions(x)],
  reduces: own,
  run: (d, c) => (c.action === undefined ? answer(d, c) : actionDone(d, c, c.action))
})
