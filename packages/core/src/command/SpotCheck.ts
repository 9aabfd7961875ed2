/** Says whether a decision that was drawn is right. */
import { againstChecking, found, mayCheck } from "../rule/authority/spotCheck.ts"
import { describe, may, must, own } from "./Description.ts"

export const spotCheck = describe({
  verb: "spot-check",
  name: { en: "record a spot check", "zh-CN": "记录抽查" },
  key: "抽查",
  says: { en: "Says whether a decision that was drawn is right.", "zh-CN": "记录对抽中决定的复查结论。" },
  acts: "decided",
  until: "expired",
  arguments: {
    decision: may(
      "text",
      "The decision's id; else the first that nobody has looked at.",
      "决定编号；缺省为最早未查的。",
      "结论"
    ),
    finds: must(["right", "wrong"], "`right` or `wrong`.", "`right` 正确或 `wrong` 有误。", "认定"),
    reason: may("text", "Why; must be there when it is wrong.", "理由；认定有误时必填。", "理由")
  },
  example: { do: "spot-check", finds: "wrong", reason: "paid twice" },
  who: mayCheck,
  now: againstChecking,
  reduces: own,
  run: found
})
