/** Accepts the offered handover. */
import { accept as accepted, mayAccept } from "../rule/ownership/handle.ts"
import { describe } from "./Description.ts"

export const accept = describe({
  verb: "accept",
  name: { en: "accept", "zh-CN": "接收" },
  says: { en: "Accepts the offered handover.", "zh-CN": "接收移交。" },
  acts: "decided",
  until: "closed",
  arguments: {},
  example: { do: "accept" },
  who: mayAccept,
  run: accepted
})
