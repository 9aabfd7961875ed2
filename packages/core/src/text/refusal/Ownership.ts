/** `ownership/…`: who may move a case, and to whom. */
import { names, opt, quoted, zh } from "../phrase/Said.ts"
import { entry } from "./Entry.ts"
import { who } from "./Person.ts"

export const ofOwnership = {
  "ownership/not-owner": entry(["owner", "actor"], {
    en: (s) => `the case belongs to ${who(s.owner, "en")}, not to ${who(s.actor, "en")}`,
    "zh-CN": (s) => zh`首问人是 ${who(s.owner, "zh-CN")}，不是 ${who(s.actor, "zh-CN")}`
  }),
  "ownership/unknown-person": entry(["person", "known*?"], {
    en: (s) => `the directory has no ${quoted(s.person)}${opt(s.known, (k) => `; it has ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`人员表里没有 ${quoted(s.person)}${opt(s.known, (k) => `，有 ${names(k, "zh-CN")}`)}`
  }),
  "ownership/away": entry(["person", "until?", "deputy?"], {
    en: (s) =>
      `${quoted(s.person)} is away${opt(s.until, (u) => ` until ${u}`)}${opt(s.deputy, (p) => `; ${quoted(p)} stands in`)}`,
    "zh-CN": (s) =>
      zh`${quoted(s.person)} ${s.until === "" ? "不在岗" : zh`${s.until} 前不在岗`}${opt(s.deputy, (p) => zh`，由 ${quoted(p)} 代理`)}`
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
  "ownership/recused": entry(["actor", "owner"], {
    en: (s) => `${quoted(s.actor)} must keep out of the case, which ${who(s.owner, "en")} answers for now`,
    "zh-CN": (s) => zh`${quoted(s.actor)} 须回避本案，现由 ${who(s.owner, "zh-CN")} 负责`
  }),
  "ownership/not-yours-to-lend": entry(["actor", "role"], {
    en: (s) => `${quoted(s.role)} is not a role that ${quoted(s.actor)} has of their own, so it cannot be lent`,
    "zh-CN": (s) => zh`${quoted(s.role)} 不是 ${quoted(s.actor)} 自己的角色，不能委托`
  }),
  "ownership/already-over": entry(["until"], {
    en: (s) => `powers are lent until a time to come, and ${quoted(s.until)} is none`,
    "zh-CN": (s) => zh`委托须至将来的时刻，而 ${quoted(s.until)} 不是`
  }),
  "ownership/no-part": entry(["actor", "open*?"], {
    en: (s) =>
      `no department that ${quoted(s.actor)} speaks for owes a part${opt(s.open, (o) => `; still owed by ${names(o, "en")}`)}`,
    "zh-CN": (s) =>
      zh`${quoted(s.actor)} 所代表的部门没有待答复的部分${opt(s.open, (o) => `，尚待 ${names(o, "zh-CN")} 答复`)}`
  }),
  "ownership/outside-department": entry(["to"], {
    en: (s) => `${quoted(s.to)} belongs to another department, and the policy keeps the case in this one`,
    "zh-CN": (s) => zh`${quoted(s.to)} 属于其他部门，策略不允许跨部门移交`
  })
}
