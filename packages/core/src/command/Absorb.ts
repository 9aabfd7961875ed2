/** The engine: another case was merged into this one. */
import { absorb as absorbed } from "../rule/relations/merge.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const absorb = describe({
  verb: "absorb",
  name: { en: "take in a merged case", "zh-CN": "接收并案" },
  says: { en: "The engine: another case was merged into this one.", "zh-CN": "引擎：另一件并入本案。" },
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text", "That case.", "那一件。")
  },
  example: { do: "absorb", case: "2611-BBBBBB" },
  who: engine,
  run: absorbed
})
