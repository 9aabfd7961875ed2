/** A planned action is done; without a number, the part of the case that the actor's department owes. */
import { actDone as actionDone, mayReportAction, openActions } from "../rule/gate/handle.ts"
import { answer, mayAnswerPart } from "../rule/ownership/team.ts"
import { describe, may, own } from "./Description.ts"

export const actDone = describe({
  verb: "act-done",
  name: { en: "report an action done", "zh-CN": "完成措施" },
  says: {
    en: "A planned action is done; without a number, the part of the case that the actor's department owes.",
    "zh-CN": "计划的措施已完成；不写措施号，则为本部门所负责的部分已完成。"
  },
  acts: "reported",
  until: "closed",
  arguments: {
    gate: may(
      "text",
      "The gate that planned it; else the first with such an open action.",
      "所属关口；缺省为首个有此未完成措施的关口。"
    ),
    action: may(
      "number",
      "Its number, counted from 1; none: the part of a department.",
      "措施号，从 1 起；不写则为部门负责的部分。",
      "措施号"
    ),
    evidence: may("text", "What shows that it is done.", "完成的证据。", "证据")
  },
  example: { do: "act-done", gate: "prevented", action: 1, evidence: "release 4.2" },
  who: (x, c) => (c.action === undefined ? mayAnswerPart(x) : mayReportAction(x, c)),
  targets: (x) => [{}, ...openActions(x)],
  reduces: own,
  run: (d, c) => (c.action === undefined ? answer(d, c) : actionDone(d, c, c.action))
})
