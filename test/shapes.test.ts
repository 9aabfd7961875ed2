/** What a change of a stored shape takes away: the emitter of event shapes refuses it. */
import { describe, expect, it } from "vitest"
import type { EventShape } from "../packages/engine/src/record/shape/Shape.ts"
import { narrowed } from "../scripts/shape/Widening.ts"

const note: EventShape = { has: { by: "text", "text~": "text" } }
const forms: EventShape = { any: [{ has: { do: { is: ["a"] } } }, { has: { do: { is: ["b"] }, to: "text" } }] }

describe("a shape that still takes what was written", () => {
  it.each<readonly [string, EventShape, EventShape]>([
    ["is the same", note, note],
    ["has a field more that may be absent", note, { has: { by: "text", "text~": "text", "mood?": "text" } }],
    ["lets a field be absent", note, { has: { "by?": "text", "text~": "text" } }],
    ["lets a field be sealed", note, { has: { "by~": "text", "text~": "text" } }],
    ["has a word more", { is: ["a"] }, { is: ["b", "a"] }],
    ["takes any text where one of some words stood", { is: ["a"] }, "text"],
    ["has a form more", forms, { any: [...(forms as { any: EventShape[] }).any, { has: { do: { is: ["c"] } } }] }],
    ["makes one form one of several", note, { any: ["text", note] }],
    ["takes more in a list", { list: { is: ["a"] } }, { list: "text" }],
    ["takes more in a map", { map: "text" }, { map: { any: ["number", "text"] } }]
  ])("%s", (_, older, newer) => expect(narrowed(older, newer)).toBeUndefined())
})

describe("a shape that no longer takes what was written", () => {
  it.each<readonly [string, EventShape, EventShape, string]>([
    ["a field is gone", note, { has: { by: "text" } }, "`text` is gone"],
    ["a field has to be there", { has: { "by?": "text" } }, { has: { by: "text" } }, "`by` has to be there"],
    ["a field is sealed no more", note, { has: { by: "text", text: "text" } }, "`text` has to be there"],
    ["a sealed field that was optional", { has: { "a?": "text" } }, { has: { "a~": "text" } }, "`a` has to be there"],
    [
      "a new field has to be there",
      note,
      { has: { by: "text", "text~": "text", mood: "text" } },
      "`mood` has to be there"
    ],
    ["another kind", note, { has: { by: "number", "text~": "text" } }, "`by` is of another kind"],
    ["a word is gone", { is: ["a", "b"] }, { is: ["a"] }, "it is no longer b"],
    ["a number was one of the words", { is: ["a", 1] }, "text", "it is of another kind"],
    ["a form is gone", forms, { has: { do: { is: ["a"] } } }, "`do` is no longer b"],
    ["in a list", { list: "text" }, { list: { is: ["a"] } }, "`.*` is of another kind"],
    ["in a map", { has: { a: { map: "text" } } }, { has: { a: { map: "number" } } }, "`a.*` is of another kind"],
    ["a list became a map", { list: "text" }, { map: "text" }, "it is of another kind"],
    ["of another length", { row: ["text"] }, { row: ["text", "text"] }, "it is of another length"]
  ])("%s", (_, older, newer, lost) => expect(narrowed(older, newer)).toBe(lost))
})
