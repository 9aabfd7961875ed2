/** `governing/…` and `publish/…`: what concerns more than one case. */

import type { Sentences } from "../../shape/Reason.ts"
import { quoted } from "../../shape/Said.ts"

export const ofGoverning: Sentences<"governing"> = {
  "governing/other-policy": (s) => `this is policy ${quoted(s.other)}, and cases are handled under ${quoted(s.policy)}`,
  "governing/unsaid": (details, wording) =>
    `the policy in force names nobody who may ${wording.word("governing", details.act)} (\`authority.${details.act}.by\`), so the host alone may, not ${wording.called(details.actor)}`,
  "governing/wrong-person": (details, wording) =>
    `${wording.called(details.actor)} may not ${wording.word("governing", details.act)}; ${wording.anyOf(details.by)} may`,
  "publish/in-force": (s) => `version ${quoted(s.content)} is published already`,
  "publish/other-currency": (details) =>
    `amounts of this store are in ${quoted(details.currency)}, and stay so: ${details.other === "" ? "keep `currency` in the policy" : `a policy in ${quoted(details.other)} needs a store or a tenant of its own`}`,
  "publish/same-person": (s, v) => `${v.called(s.actor)} asked for it; somebody else has to sign: ${v.anyOf(s.by)}`,
  "publish/waits": (details, wording) =>
    `version ${quoted(details.content)}, requested by ${wording.called(details.asker)}, waits for a second person: ${wording.anyOf(details.by)} signs it by publishing it, or ${wording.called(details.asker)} requests another version`
}
