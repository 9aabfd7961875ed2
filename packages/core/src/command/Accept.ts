import { accept as accepted, mayAccept } from "../rule/ownership/handover.ts"
import { describe } from "./Description.ts"

/** The command by which the receiver accepts an offered handover. */
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
