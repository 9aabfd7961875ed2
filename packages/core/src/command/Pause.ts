import { isPausable, isPaused, pause as paused } from "../rule/clock/pauses.ts"
import { describe, must, own } from "./Description.ts"
import { staff } from "./Rights.ts"

/** The command that pauses the clocks that allow a reason. A pause is a fact, so it may be recorded late. */
export const pause = describe({
  verb: "pause",
  key: "暂停",
  acts: "reported",
  until: "closed",
  arguments: {
    reason: must("text", "理由")
  },
  example: { do: "pause", reason: "waiting-on-customer" },
  who: staff(),
  offered: (x) => isPausable(x) && !isPaused(x),
  reduces: own,
  run: paused
})
