/** The view that a policy gives of its own record: places, titles, money and limits. */
import type { Language, Text } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import { limitAt, money } from "../Amount.ts"
import type { View } from "./Voice.ts"

/** Returns the nearest rule above that has a place: a row's cell stands where its row does. */
const placed = (policy: Policy, rule: string): string | undefined => {
  for (let path = rule; path !== ""; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
    const place = Object.hasOwn(policy.bundle.places, path) ? policy.bundle.places[path] : undefined
    if (place !== undefined) return `${place.file}:${place.line}`
  }
  return undefined
}

const titleIn = (text: Text | undefined, language: Language): string | undefined => text?.[language]

/** Returns the view of a policy for a reader; `name` says what a person or customer is called. */
export const viewOf = (
  policy: Policy,
  language: Language,
  loop?: string,
  name: (personId: string) => string = (id) => id
): View => {
  const { bundle } = policy
  const gates = (loop === undefined ? undefined : policy.loops.get(loop))?.gates
  return {
    zone: policy.zone,
    place: (rule) => placed(policy, rule),
    name,
    gateTitle: (gate) =>
      titleIn(gates?.get(gate)?.title, language) ??
      titleIn(bundle.clocks.find((clock) => clock.name === gate)?.title, language) ??
      gate,
    money: (minor) => money(minor, bundle.currency),
    limit: (rule) => limitAt(bundle, rule)
  }
}
