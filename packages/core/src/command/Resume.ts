/** The waiting is over. */
import { isPausable, isPaused, resume as resumed } from "../rule/clock/handle.ts"
import { describe, own } from "./Description.ts"
import { staff } from "./Rights.ts"

export const resume = describe({
  verb: "resume",
  name: { en: "resume", "zh-CN": "恢复" },
  says: { en: "The waiting is over.", "zh-CN": "暂停结束。" },
  acts: "reported",
  until: "closed",
  arguments: {},
  example: { do: "resume" },
  who: staff(),
  offered: (x) => isPausable(x) && isPaused(x),
  reduces: own,
  run: resumed
})
