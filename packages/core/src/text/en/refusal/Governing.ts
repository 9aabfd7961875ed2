/** `governing/…` and `publish/…`: what concerns more than one case. */

import type { Sentences } from "../../shape/Reason.ts"
import { quoted } from "../../shape/Said.ts"

export const ofGoverning: Sentences<"governing"> = {
  "governing/other-policy": (details) =>
    `this is policy ${quoted(details.other)}, and cases are handled under ${quoted(details.policy)}`,
  "governing/unsaid": (details, wording) =>
    `the policy in force names nobody who may ${wording.word("governing", details.act)} (\`authority.${details.act}.by\`), so only the host may, not ${wording.called(details.actor)}`,
  "governing/wrong-person": (details, wording) =>
    `${wording.called(details.actor)} may not ${wording.word("governing", details.act)}; ${wording.anyOf(details.by)} may`,
  "publish/in-force": (details) => `version ${quoted(details.content)} is published already`,
  "publish/other-currency": (details) =>
    `amounts of this store are in ${quoted(details.currency)}, which cannot be changed: ${details.other === "" ? "keep `currency` in the policy" : `a policy in ${quoted(details.other)} needs its own store or tenant`}`,
  "publish/same-person": (details, wording) =>
    `${wording.called(details.actor)} asked for it; somebody else has to sign: ${wording.anyOf(details.by)}`,
  "publish/waits": (details, wording) =>
    `version ${quoted(details.content)}, requested by ${wording.called(details.asker)}, waits for a second person: ${wording.anyOf(details.by)} signs it by publishing it, or ${wording.called(details.asker)} requests another version`
}
