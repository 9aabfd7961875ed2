import { describe } from "./Description.ts"
import { engine } from "./Rights.ts"

/** The command by which the engine fires what is due at its instant. It does nothing else. */
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
