import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import { describe, must } from "./Description.ts"
import { staff } from "./Rights.ts"

/** The command that adds a note for the staff. */
export const note = describe({
  verb: "note",
  key: "备注",
  acts: "reported",
  until: "expired",
  arguments: {
    text: must("text", "文字")
  },
  example: { do: "note", text: "Called back twice." },
  who: staff(),
  offered: ({ state }) => state.lifecycle.closedAt === undefined,
  run: (draft, { text }) => {
    Drafts.emit(draft, "note-added", { text, by: nameOf(draft.meta.actor) })
    return []
  }
})
