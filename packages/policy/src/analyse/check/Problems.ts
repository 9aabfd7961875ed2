/** Checks the rules of problems: the values that their cases share must be known for a case. */
import type { Bundle } from "../../bundle/Bundle.ts"
import { dig, itemsOf, wordOf } from "../../link/Tree.ts"
import { keyIn, type Reading } from "../../read/Reading.ts"

/** Inputs that a problem cannot compare, because it knows its cases only by id. */
const counted: ReadonlySet<string> = new Set(["same-problem.customers", "same-problem.cases"])

/** Inputs that every submission has, or that the dictionary gives. */
const known: ReadonlySet<string> = new Set(["channel", "category", "kind", "emotion", "cause"])

type Compared = Pick<Bundle, "facts" | "form" | "channels" | "problems">

/**
 * Checks that each input in `problems.same` is asked for, filled in or has a default, and that a problem can open.
 */
export const problems = (reading: Reading, { facts, form, channels, problems: { openWhen } }: Compared): void => {
  for (const slot of openWhen?.table.slots ?? []) {
    const { name } = reading.inputs.at(slot)
    const at = dig(reading.root, "problems", "open-when")
    if (at !== undefined && !counted.has(name))
      reading.say("problem/no-case", at, { input: name }, { span: keyIn(at, name) })
  }
  if (reading.isPack || reading.isFaulty("problems")) return
  const forms = [form, ...Object.values(channels).flatMap((channel) => channel.form ?? [])]
  for (const item of itemsOf(dig(reading.root, "problems", "same"))) {
    const input = wordOf(item) ?? ""
    const isAsked = forms.some(({ require, prefill }) => require.includes(input) || prefill.includes(input))
    if (known.has(input) || isAsked || facts[input]?.default !== undefined) continue
    reading.say("problem/may-be-unknown", item, { input })
  }
}
