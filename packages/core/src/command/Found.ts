import * as Drafts from "../draft/Draft.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/** The command by which the engine links feedback to the case of a routine in which it was found. */
export const found = describe({
  verb: "found",
  key: "通报发现",
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text")
  },
  example: { do: "found", case: "C-3" },
  who: engine,
  run: (draft, command) => {
    const { receipt } = draft.state.feedback
    const why = receipt === undefined ? undefined : `channels.${receipt.channel}`
    Drafts.emit(draft, "case-linked", { to: command.case, as: "finding" }, why)
    return []
  }
})
