/** `publish/…`. */
import { quoted, zh } from "../phrase/Said.ts"
import { entry } from "./Entry.ts"
import { anyOf, who } from "./Person.ts"

export const ofPublish = {
  "publish/other-policy": entry(["policy", "other"], {
    en: (s) => `this is policy ${quoted(s.other)}, and cases are handled under ${quoted(s.policy)}`,
    "zh-CN": (s) => zh`这是策略 ${quoted(s.other)}，而案件按 ${quoted(s.policy)} 办理`
  }),
  "publish/in-force": entry(["content"], {
    en: (s) => `version ${quoted(s.content)} is published already`,
    "zh-CN": (s) => zh`版本 ${quoted(s.content)} 已经发布`
  }),
  "publish/unsaid": entry(["actor"], {
    en: (s) =>
      `the policy in force does not say who may publish another version (\`authority.publish.by\`), so the host alone may, not ${who(s.actor, "en")}`,
    "zh-CN": (s) =>
      zh`现行策略没有写明谁可以发布新版本（\`authority.publish.by\`），只有宿主系统可以，${who(s.actor, "zh-CN")} 不可以`
  }),
  "publish/wrong-person": entry(["actor", "by*"], {
    en: (s) => `${who(s.actor, "en")} may not publish another version; ${anyOf(s.by, "en")} may`,
    "zh-CN": (s) => zh`${who(s.actor, "zh-CN")} 不能发布新版本，可由 ${anyOf(s.by, "zh-CN")} 发布`
  }),
  "publish/same-person": entry(["actor", "by*"], {
    en: (s) => `${who(s.actor, "en")} asked for it; somebody else has to sign: ${anyOf(s.by, "en")}`,
    "zh-CN": (s) => zh`这是 ${who(s.actor, "zh-CN")} 申请的，须由另一人会签：${anyOf(s.by, "zh-CN")}`
  })
}
