/** Moves to another version of the policy or to other calendars. */

import type { VersionEvents } from "../../../case/track/Version.ts"
import { short } from "../../shape/Parts.ts"
import type { EventLines } from "../../shape/Voice.ts"

export const version: EventLines<VersionEvents> = {
  "policy-moved": (event, wording) =>
    `${wording.who(event.by)} moved the case from version ${short(event.from.content)} of the policy to ${short(event.policy.content)}${wording.why(event.reason)}`,
  "calendars-moved": (event, wording) =>
    `${wording.who(event.by)} moved the case to the changed calendars${wording.why(event.reason)}`
}
