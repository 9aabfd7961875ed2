/** The customer answers a proposal or a question for confirmation. */
import { isForReply } from "../rule/gate/handle.ts"
import { againstReplying, mayReply, reply as replied, takingReplies } from "../rule/gate/reply.ts"
import { describe, may, must } from "./Description.ts"

export const reply = describe({
  verb: "reply",
  name: { en: "reply", "zh-CN": "答复" },
  says: { en: "The customer answers a proposal or a question for confirmation.", "zh-CN": "客户答复方案或确认询问。" },
  acts: "reported",
  until: "expired",
  arguments: {
    gate: may("text", "The gate; else the open one that waits for it.", "关口；缺省为正在等待的那个。"),
    says: must(
      ["agree", "counter", "refuse", "satisfied", "dissatisfied"],
      "`agree`, `counter` or `refuse` to a proposal; `satisfied` or `dissatisfied` to a confirmation.",
      "对方案：`agree`、`counter`、`refuse`；对确认：`satisfied`、`dissatisfied`。",
      "答"
    ),
    text: may("text", "The customer's words.", "客户原话。", "文字")
  },
  example: { do: "reply", says: "counter", text: "By Wednesday, please." },
  who: mayReply,
  now: againstReplying,
  targets: takingReplies,
  offered: isForReply,
  run: replied
})
