/** Lends powers on this case until a date: never more than one has, and never on. */
import { delegate as lent, mayLend } from "../rule/ownership/delegate.ts"
import { describe, may, must } from "./Description.ts"

export const delegate = describe({
  verb: "delegate",
  name: { en: "delegate", "zh-CN": "委托" },
  says: {
    en: "Lends powers on this case until a date: never more than one has, and never on.",
    "zh-CN": "将本案权限委托他人至某日：不得超出自己所有，也不得转委托。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    to: must("text", "Who may use them.", "受托人。", "给"),
    until: must("text", "A date, that day included, or an instant.", "日期（含当日）或时刻。", "至"),
    roles: may("texts", "Which of one's roles; else all.", "委托哪些角色，缺省为全部。", "角色"),
    reason: may("text", "Why.", "理由。", "理由")
  },
  example: { do: "delegate", to: "agent-8", until: "2026-12-31", roles: ["supervisor"], reason: "training week" },
  who: mayLend,
  run: lent
})
