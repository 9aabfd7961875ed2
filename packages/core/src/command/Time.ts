/** It is now as late as the record says. */
import { describe } from "./Description.ts"
import { engine } from "./Rights.ts"

export const time = describe({
  verb: "time",
  name: { en: "tell the time", "zh-CN": "报时" },
  says: { en: "It is now as late as the record says.", "zh-CN": "报时。" },
  acts: "told",
  until: "erased",
  arguments: {},
  example: { do: "time" },
  who: engine,
  run: () => []
})
