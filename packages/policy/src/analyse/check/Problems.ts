/** Problems: what their cases have in common must be known of a case. */
import type { Bundle } from "../../bundle/Bundle.ts"
import { dig, itemsOf, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"

/** Every submission has these, or the dictionary says them. */
const known: ReadonlySet<string> = new Set(["channel", "category", "kind", "emotion", "cause"])

/** Checks that what `problems.same` compares is asked for, filled in or has a default. */
export const problems = (r: Reading, { facts, form, channels }: Pick<Bundle, "facts" | "form" | "channels">): void => {
  if (r.isPack || r.isFaulty("problems")) return
  const forms = [form, ...Object.values(channels).flatMap((channel) => channel.form ?? [])]
  for (const item of itemsOf(dig(r.root, "problems", "same"))) {
    const input = wordOf(item) ?? ""
    const isAsked = forms.some(({ require, prefill }) => require.includes(input) || prefill.includes(input))
    if (known.has(input) || isAsked || facts[input]?.default !== undefined) continue
    r.say("problem/may-be-unknown", item, { input })
  }
}
