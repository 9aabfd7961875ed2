/** The customer says more; from staff it is word to the customer, outside a gate. */
import { write as written } from "../rule/conversation/write.ts"
import { describe, may, must } from "./Description.ts"
import { staffOrCustomer } from "./Rights.ts"

export const write = describe({
  verb: "write",
  name: { en: "write", "zh-CN": "来信" },
  says: {
    en: "The customer says more; from staff it is word to the customer, outside a gate.",
    "zh-CN": "客户又来信；由员工发出则是关口之外告知客户。"
  },
  acts: "reported",
  until: "expired",
  arguments: {
    text: must("text", "The words.", "内容。", "文字"),
    channel: may("text", "The channel; else the customer's last one.", "渠道；缺省为客户最近所用。", "渠道"),
    automatic: may(
      "yes-no",
      "Written by a machine: kept, and nothing follows.",
      "机器所写：只留档，不作处理。",
      "自动回复"
    )
  },
  example: { do: "write", text: "Any news?" },
  who: staffOrCustomer,
  run: written
})
