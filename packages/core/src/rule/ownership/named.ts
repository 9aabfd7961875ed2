/** Whom on the staff the customer speaks of: names found as words, so that Ann is not found in an announcement. */

import type { CaseEvent } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { textRead } from "../../language/Parts.ts"
import { compile } from "../../language/Words.ts"
import type { Person } from "../../people/Person.ts"

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

/** Case, width and blanks apart: what is not found in this is not found at all. */
const squeezed = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, "")

interface Spelling {
  readonly word: string
  readonly dense: string
}

const spelled = new WeakMap<Person, readonly Spelling[]>()

/** A name as the directory spells it, and with given name and surname turned round; a batch asks for it many times. */
const spellings = (person: Person): readonly Spelling[] => {
  const known = spelled.get(person)
  if (known !== undefined) return known
  const name = person.name.trim()
  const words = [...new Set([name, name.split(/\s+/).reverse().join(" ")])]
  const made = words.map((word) => ({ word, dense: squeezed(word) }))
  spelled.set(person, made)
  return made
}

const names = (person: Person, text: string, dense: string): boolean => {
  const likely = spellings(person).filter((one) => dense.includes(one.dense))
  return likely.length > 0 && compile(likely.map(({ word }) => ({ word }))).find(text).length > 0
}

/** Nobody looks for names where nothing depends on them. */
const isAsked = (d: Draft): boolean =>
  d.policy.slots.has("names-owner") ||
  (Drafts.loop(d)?.rule.gates.some((gate) => gate.notify.includes("praised")) ?? false)

/** Notes whom the customer's words name, where a rule of the policy asks for it. */
export const name = (d: Draft, fresh: readonly CaseEvent[]): void => {
  if (!isAsked(d)) return
  const text = fresh.flatMap(wordsOf).join("\n").trim()
  if (text === "") return
  const dense = squeezed(text)
  const { named } = d.state.ownership
  const people = d.meta.gathered.people
    .filter((person) => !named.includes(person.id) && names(person, text, dense))
    .map((person) => person.id)
  const rule = d.policy.bundle.ownership.recuse?.when.rule ?? "ownership"
  if (people.length > 0) Drafts.emit(d, "staff-named", { people }, rule)
}
