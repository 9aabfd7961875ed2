/** Clocks that allow this reason wait. It is a fact, so it may be recorded late. */
import { isPausable, isPaused, pause as paused } from "../rule/clock/handle.ts"
import { describe, must, own } from "./Description.ts"
import { staff } from "./Rights.ts"

export const pause = describe({
  verb: "pause",
  name: { en: "pause", "zh-CN": "暂停" },
  says: {
    en: "Clocks that allow this reason wait. It is a fact, so it may be recorded late.",
    "zh-CN": "允许此理由的时钟暂停。属于事实，可以补记。"
  },
  acts: "reported",
  until: "closed",
  arguments: {
    reason: must("text", "A reason that `pause` lists.", "`pause` 所列的理由。", "理由")
  },
  example: { do: "pause", reason: "waiting-on-customer" },
  who: staff(),
  offered: (x) => isPausable(x) && !isPaused(x),
  reduces: own,
  run: paused
})
