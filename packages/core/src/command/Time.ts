/** It is now as late as the record says. */
import { describe } from "./Description.ts"
import { engine } from "./Rights.ts"

export const time = describe({
  verb: "time",
  key: "报时",
  acts: "told",
  until: "erased",
  arguments: {},
  example: { do: "time" },
  who: engine,
  run: () => []
})
