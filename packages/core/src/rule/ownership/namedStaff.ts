/**
 * Finds the staff whom the customer names. Names are found as whole words, so that Ann is not found in an announcement.
 */

import type { CaseEvent } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { contains, fold } from "../../language/Folding.ts"
import { textRead } from "../../language/part/Parts.ts"
import { compile, spelt } from "../../language/Words.ts"
import type { PersonState } from "../../people/Person.ts"

/** Returns the customer's own words in an event. Names in quotations do not count. */
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

/**
 * Prepared names, by the name in the directory. Directories return new objects for each case, so objects are no keys.
 */
const known = new Map<string, Name>()
const mostKnown = 5_000

/** Returns a name as the directory spells it, and with first name and surname exchanged. It is prepared once. */
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

/** Returns whether any rule depends on the names; else they are not looked for. */
const isAsked = (draft: Draft): boolean =>
  draft.policy.slots.has("names-owner") ||
  (Drafts.loop(draft)?.rule.gates.some((gate) => gate.notify.includes("praised")) ?? false)

/** Records the staff whom the customer's words name, if a rule of the policy needs it. */
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
