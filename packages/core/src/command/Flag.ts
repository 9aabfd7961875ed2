import * as Drafts from "../draft/Draft.ts"
import { tellStaff } from "../draft/messageQueue.ts"
import { texts } from "../text/catalogue/Texts.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

/**
 * The command by which the engine reports that prevention failed on a case of the same cause; it may have failed here,
 * too.
 */
export const flag = describe({
  verb: "flag",
  key: "通报预防未见效",
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text")
  },
  example: { do: "flag", case: "C-3" },
  who: engine,
  run: (draft, command) => {
    Drafts.emit(draft, "case-flagged", { case: command.case }, "problems.same")
    tellStaff(draft, "alarm", [draft.state.ownership.owner], {
      values: { reason: (voice) => texts[voice.language].phrase.preventionFailed(command.case) }
    })
    return []
  }
})
