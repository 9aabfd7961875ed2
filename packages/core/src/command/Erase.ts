/** The customer's key was destroyed. */
import { erase as erased } from "../rule/record/keep.ts"
import { describe, may, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const erase = describe({
  verb: "erase",
  name: { en: "erase the customer", "zh-CN": "擦除客户信息" },
  says: { en: "The customer's key was destroyed.", "zh-CN": "客户密钥已销毁。" },
  acts: "told",
  until: "erased",
  arguments: {
    reason: must("text", "Why.", "理由。", "理由"),
    by: may("text", "Who had it done.", "由谁要求。", "由谁"),
    customer: may("text", "Who, where it is not the customer of the case itself.", "不是本案客户时，是哪位。", "客户")
  },
  example: { do: "erase", reason: "retention" },
  who: engine,
  run: erased
})
