/** `governing/…` and `publish/…`: what concerns more than one case. */
import type { Governing } from "../../who/Governing.ts"
import { quoted, zh } from "../phrase/Said.ts"
import { entry } from "./Entry.ts"
import { anyOf, who } from "./Person.ts"

const acts: Readonly<Record<Governing, readonly [en: string, zh: string]>> = {
  publish: ["publish another version of the policy", "发布策略的新版本"],
  move: ["move cases to another version of the policy", "将案件换到其他策略版本"],
  erase: ["erase this customer", "擦除该客户的信息"]
}

const act = (name: string, language: 0 | 1): string => acts[name as Governing]?.[language] ?? name

export const ofGoverning = {
  "governing/other-policy": entry(["policy", "other"], {
    en: (s) => `this is policy ${quoted(s.other)}, and cases are handled under ${quoted(s.policy)}`,
    "zh-CN": (s) => zh`这是策略 ${quoted(s.other)}，而案件按 ${quoted(s.policy)} 办理`
  }),
  "governing/unsaid": entry(["act", "actor"], {
    en: (s) =>
      `the policy in force names nobody who may ${act(s.act, 0)} (\`authority.${s.act}.by\`), so the host alone may, not ${who(s.actor, "en")}`,
    "zh-CN": (s) =>
      zh`现行策略没有写明谁可以${act(s.act, 1)}（\`authority.${s.act}.by\`），只有宿主系统可以，${who(s.actor, "zh-CN")} 不可以`
  }),
  "governing/wrong-person": entry(["act", "actor", "by*"], {
    en: (s) => `${who(s.actor, "en")} may not ${act(s.act, 0)}; ${anyOf(s.by, "en")} may`,
    "zh-CN": (s) => zh`${who(s.actor, "zh-CN")} 不能${act(s.act, 1)}，可由 ${anyOf(s.by, "zh-CN")} 办理`
  }),
  "publish/in-force": entry(["content"], {
    en: (s) => `version ${quoted(s.content)} is published already`,
    "zh-CN": (s) => zh`版本 ${quoted(s.content)} 已经发布`
  }),
  "publish/other-currency": entry(["currency", "other"], {
    en: (s) =>
      `amounts of this store are in ${quoted(s.currency)}, and stay so: ${s.other === "" ? "keep `currency` in the policy" : `a policy in ${quoted(s.other)} needs a store or a tenant of its own`}`,
    "zh-CN": (s) =>
      zh`本库的金额以 ${quoted(s.currency)} 计，不能更改：${s.other === "" ? "请在策略中保留 `币种`" : `使用 ${quoted(s.other)} 的策略须另用一个库或租户`}`
  }),
  "publish/same-person": entry(["actor", "by*"], {
    en: (s) => `${who(s.actor, "en")} asked for it; somebody else has to sign: ${anyOf(s.by, "en")}`,
    "zh-CN": (s) => zh`这是 ${who(s.actor, "zh-CN")} 申请的，须由另一人会签：${anyOf(s.by, "zh-CN")}`
  }),
  "publish/waits": entry(["content", "asker", "by*"], {
    en: (s) =>
      `version ${quoted(s.content)}, which ${who(s.asker, "en")} asked for, waits for its second person: ${anyOf(s.by, "en")} signs it by publishing it, or ${who(s.asker, "en")} asks for another in its place`,
    "zh-CN": (s) =>
      zh`${who(s.asker, "zh-CN")} 申请发布的版本 ${quoted(s.content)} 尚待另一人会签：请由 ${anyOf(s.by, "zh-CN")} 发布该版本即为会签，或由 ${who(s.asker, "zh-CN")} 改报其他版本`
  })
}
