/** Moves to another version of the policy or to other calendars. */
import type { VersionEvents } from "../../case/track/Version.ts"
import { zh } from "../phrase/Said.ts"
import type { Lines } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

/** Enough of a hash for people to tell two apart. */
const short = (hash: string): string => hash.slice(0, 8)

export const version: Lines<VersionEvents> = {
  "policy-moved": {
    en: (e, v) =>
      `${v.who(e.by)} moved the case from version ${short(e.from.content)} of the policy to ${short(e.policy.content)}${why(v, e.reason)}`,
    "zh-CN": (e, v) =>
      zh`${v.who(e.by)} 把案件由策略版本 ${short(e.from.content)} 换到 ${short(e.policy.content)}${why(v, e.reason)}`
  },
  "calendars-moved": {
    en: (e, v) => `${v.who(e.by)} moved the case to calendars that were changed${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 将案件换用新的日历${why(v, e.reason)}`
  }
}
