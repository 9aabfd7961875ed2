/** `ownership/…`: who may move a case, and to whom. */
import { names, opt, quoted, zh } from "../Said.ts"
import { entry } from "./Entry.ts"
import { who } from "./Person.ts"

export const ofOwnership = {
  "ownership/not-owner": entry(["owner", "actor"], {
    en: (s) => `the case belongs to ${who(s.owner, "en")}, not to ${who(s.actor, "en")}`,
    "zh-CN": (s) => zh`首问人是 ${who(s.owner, "zh-CN")}，不是 ${who(s.actor, "zh-CN")}`
  }),
  "ownership/unknown-person": entry(["person", "known?"], {
    en: (s) => `the directory has no ${quoted(s.person)}${opt(s.known, (k) => `; it has ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`人员表里没有 ${quoted(s.person)}${opt(s.known, (k) => `，有 ${names(k, "zh-CN")}`)}`
  }),
  "ownership/to-oneself": entry(["person"], {
    en: (s) => `the case already belongs to ${quoted(s.person)}`,
    "zh-CN": (s) => zh`首问人已经是 ${quoted(s.person)}`
  }),
  "ownership/offer-pending": entry(["to"], {
    en: (s) => `a handover already waits for ${quoted(s.to)} to accept`,
    "zh-CN": (s) => zh`已有一次移交在等 ${quoted(s.to)} 接收`
  }),
  "ownership/no-offer": entry(["to?", "actor?"], {
    en: (s) =>
      s.to === ""
        ? "nobody has offered a handover"
        : `the handover was offered to ${quoted(s.to)}, not to ${who(s.actor, "en")}`,
    "zh-CN": (s) =>
      s.to === "" ? "目前没有待接收的移交" : zh`这次移交是给 ${quoted(s.to)} 的，不是 ${who(s.actor, "zh-CN")}`
  }),
  "ownership/too-many-handovers": entry(["hops", "arbiter"], {
    en: (s) => `the case was handed over ${s.hops} times already: now ${quoted(s.arbiter)} decides`,
    "zh-CN": (s) => zh`案件已移交 ${s.hops} 次，须由 ${quoted(s.arbiter)} 裁决`
  }),
  "ownership/outside-department": entry(["to"], {
    en: (s) => `${quoted(s.to)} belongs to another department, and the policy keeps the case in this one`,
    "zh-CN": (s) => zh`${quoted(s.to)} 属于其他部门，策略不允许跨部门移交`
  })
}
