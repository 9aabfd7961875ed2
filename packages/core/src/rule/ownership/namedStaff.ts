/** Whom on the staff the customer speaks of: names found as words, so that Ann is not found in an announcement. */

import type { CaseEvent } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { contains, fold } from "../../language/Folding.ts"
import { textRead } from "../../language/part/Parts.ts"
import { compile, spelt } from "../../language/Words.ts"
import type { PersonState } from "../../people/Person.ts"

/** The customer's own words in an event: nobody is named by what the customer quotes. */
const wordsOf = (event: CaseEvent): readonly string[] => {
  switch (event.event) {
    case "case-opened":
      return [event.receipt.verbatim ?? "", event.receipt.description ?? ""].map(textRead)
    case "customer-wrote":
    case "feedback-joined":
    case "customer-dissatisfied":
      return [textRead(event.text ?? "")]
    default:
      return []
  }
}

interface Name {
  readonly words: readonly { readonly word: string }[]
  readonly folded: readonly Uint16Array[]
}

/** By the name that the directory gives: each case that a person is given makes another person of them. */
const known = new Map<string, Name>()
const mostKnown = 5_000

/** A name as the directory spells it, and with given name and surname turned round; a batch asks for it many times. */
const nameOf = ({ name: given }: PersonState): Name => {
  const found = known.get(given)
  if (found !== undefined) return found
  const name = given.trim()
  const words = [...new Set([name, name.split(/\s+/).reverse().join(" ")])]
  const made = { words: words.map((word) => ({ word })), folded: words.flatMap(spelt) }
  if (known.size >= mostKnown) known.clear()
  known.set(given, made)
  return made
}

/** Nobody looks for names where nothing depends on them. */
const isAsked = (draft: Draft): boolean =>
  draft.policy.slots.has("names-owner") ||
  (Drafts.loop(draft)?.rule.gates.some((gate) => gate.notify.includes("praised")) ?? false)

/** Notes whom the customer's words name, where a rule of the policy asks for it. */
export const name = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  if (!isAsked(draft)) return
  const text = fresh.flatMap(wordsOf).join("\n").trim()
  if (text === "") return
  const { named } = draft.state.ownership
  const staff = draft.meta.gathered.people.filter(({ id }) => !named.includes(id))
  const names = staff.map(nameOf)
  const folded = fold(text, 0, text.length)
  const likely = staff.filter((_, i) => names[i]?.folded.some((word) => contains(folded, word)))
  const people = likely.filter((one) => compile(nameOf(one).words).find(text).length > 0).map(({ id }) => id)
  const rule = draft.policy.bundle.ownership.recuse?.when.rule ?? "ownership"
  if (people.length > 0) Drafts.emit(draft, "staff-named", { people }, rule)
}
