/** A case of the same cause has seen its prevention fail: what was done here may have failed as well. */

import * as Drafts from "../draft/Draft.ts"
import { tellStaff } from "../draft/send.ts"
import { texts } from "../text/catalogue/Texts.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

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
  run: (d, c) => {
    Drafts.emit(d, "case-flagged", { case: c.case }, "problems.same")
    tellStaff(d, "alarm", [d.state.ownership.owner], {
      values: { reason: (voice) => texts[voice.language].phrase.preventionFailed(c.case) }
    })
    return []
  }
})
