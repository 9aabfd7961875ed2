import { isPausable, isPaused, resume as resumed } from "../rule/clock/pauses.ts"
import { describe, own } from "./Description.ts"
import { staff } from "./Rights.ts"

/** The command that ends a pause. */
export const resume = describe({
  verb: "resume",
  key: "恢复",
  acts: "reported",
  until: "closed",
  arguments: {},
  example: { do: "resume" },
  who: staff(),
  offered: (x) => isPausable(x) && isPaused(x),
  reduces: own,
  run: resumed
})
