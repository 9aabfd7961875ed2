/** Accepts the offered handover. */
import { accept as accepted, mayAccept } from "../rule/ownership/handover.ts"
import { describe } from "./Description.ts"

export const accept = describe({
  verb: "accept",
  key: "接收",
  acts: "decided",
  until: "closed",
  arguments: {},
  example: { do: "accept" },
  who: mayAccept,
  run: accepted
})
