/**
 * Replaces free texts of facts in rows of figures by a number that is the same for the same text. So rows distinguish
 * texts without containing them. In the events of a case, the number replaces the text, in a form that no fact has.
 */
import type { Case, Policy } from "@hearback/core"

type FactValue = Case.Case["feedback"]["facts"][string]

/** The beginning of such a value, which no fact has. */
const mark = "\u0000"

const render = (number: number): FactValue => `${mark}${number}`

/** Returns the number of a text; undefined for a value that is no free text. */
export const parse = (value: FactValue): number | undefined =>
  typeof value === "string" && value.startsWith(mark) ? Number(value.slice(mark.length)) : undefined

/** Returns the facts of a policy that are free text and by which figures can be grouped. */
export const textFactsOf = ({ bundle: { facts } }: Policy.Policy): readonly string[] =>
  Object.entries(facts).flatMap(([name, { type, personal, kind }]) =>
    type._tag === "Text" && personal === undefined && kind !== "file" ? [name] : []
  )

/** An event that records facts. */
export type FactEvent = Case.EventNamed<"case-opened" | "facts-recorded">

/** Returns whether events of this name record facts. */
export const saysFacts = (name: string): boolean => name === "case-opened" || name === "facts-recorded"

/** Returns whether an event records facts. */
export const isFactEvent = (event: Case.CaseEvent): event is FactEvent => saysFacts(event.event)

/** Returns an event with the number of each free text in its place. `opened`: the same event, decrypted. */
export const withTextNumbers = <E extends FactEvent>(
  event: E,
  opened: FactEvent,
  names: readonly string[],
  numberOf: (fact: string, text: string) => number
): E => {
  const numbers = names.flatMap((name): readonly (readonly [string, FactValue])[] => {
    const value = Object.hasOwn(opened.facts, name) ? opened.facts[name] : undefined
    return value === undefined ? [] : [[name, render(numberOf(name, String(value)))]]
  })
  return numbers.length === 0 ? event : { ...event, facts: { ...event.facts, ...Object.fromEntries(numbers) } }
}
