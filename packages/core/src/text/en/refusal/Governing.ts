/** `governing/…` and `publish/…`: what concerns more than one case. */

import type { Sentences } from "../../shape/Reason.ts"
import { quoted } from "../../shape/Said.ts"

export const ofGoverning: Sentences<"governing"> = {
  "governing/other-policy": (s) => `this is policy ${quoted(s.other)}, and cases are handled under ${quoted(s.policy)}`,
  "governing/unsaid": (s, v) =>
    `the policy in force names nobody who may ${v.word("governing", s.act)} (\`authority.${s.act}.by\`), so the host alone may, not ${v.called(s.actor)}`,
  "governing/wrong-person": (s, v) =>
    `${v.called(s.actor)} may not ${v.word("governing", s.act)}; ${v.anyOf(s.by)} may`,
  "publish/in-force": (s) => `version ${quoted(s.content)} is published already`,
  "publish/other-currency": (s) =>
    `amounts of this store are in ${quoted(s.currency)}, and stay so: ${s.other === "" ? "keep `currency` in the policy" : `a policy in ${quoted(s.other)} needs a store or a tenant of its own`}`,
  "publish/same-person": (s, v) => `${v.called(s.actor)} asked for it; somebody else has to sign: ${v.anyOf(s.by)}`,
  "publish/waits": (s, v) =>
    `version ${quoted(s.content)}, requested by ${v.called(s.asker)}, waits for a second person: ${v.anyOf(s.by)} signs it by publishing it, or ${v.called(s.asker)} requests another version`
}
