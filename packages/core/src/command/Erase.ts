import { erase as erased } from "../rule/record/retention.ts"
import { describe, may, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/** The command that records that a customer's key was destroyed. */
export const erase = describe({
  verb: "erase",
  key: "擦除客户信息",
  acts: "told",
  until: "erased",
  arguments: {
    reason: must("text", "理由"),
    by: may("text", "由谁"),
    customer: may("text", "客户")
  },
  example: { do: "erase", reason: "retention" },
  who: engine,
  run: erased
})
