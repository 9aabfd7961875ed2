/** Gives one of the signatures that a gate asks for. */
import { againstSigning, isForSigning, maySign, sign as signed } from "../rule/gate/explain.ts"
import { unsettled } from "../rule/gate/handle.ts"
import { describe, must } from "./Description.ts"

export const sign = describe({
  verb: "sign",
  name: { en: "sign", "zh-CN": "会签" },
  says: { en: "Gives one of the signatures that a gate asks for.", "zh-CN": "会签。" },
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text", "The gate's name in the policy.", "关口在策略中的名称。")
  },
  example: { do: "sign", gate: "agreed" },
  who: maySign,
  now: againstSigning,
  targets: unsettled,
  offered: isForSigning,
  run: signed
})
