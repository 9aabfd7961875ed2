/** The view that a policy gives of its own record: places, titles, money and limits. */
import type { GateRule, Language, Text } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import { placeOf } from "../../policy/RulePath.ts"
import { readable } from "../shape/Said.ts"
import type { LineContext, TitledKind } from "../shape/View.ts"
import { limitAt, money } from "./Amount.ts"
import { inLanguage } from "./InLanguage.ts"

const placed = ({ bundle }: Policy, rule: string): string | undefined => {
  const place = placeOf(bundle.places, rule)
  return place === undefined ? undefined : `${place.file}:${place.line}`
}

const titleIn = (text: Text | undefined, language: Language): string | undefined => text?.[language]

const titleOf = ({ bundle, categories }: Policy, of: TitledKind, name: string): Text | undefined => {
  switch (of) {
    case "category":
      return categories.get(name)?.title
    case "channel":
      return bundle.channels[name]?.title
    case "department":
      return bundle.departments[name]?.title
    case "fact":
      return bundle.facts[name]?.title
    case "role":
      return bundle.roles[name]?.title
  }
}

/** Returns the view of a policy for a reader; `name` says what a person or customer is called. */
export const viewOf = (
  policy: Policy,
  language: Language,
  loop?: string,
  name: (personId: string) => string = (id) => id
): LineContext => {
  const { bundle } = policy
  const gates = (loop === undefined ? undefined : policy.loops.get(loop))?.gates
  // Of a case whose loop is not known, any gate of that name.
  const gateNamed = (gate: string): GateRule | undefined =>
    loop === undefined
      ? bundle.loops.flatMap((one) => one.gates).findLast(({ name: one }) => one === gate)
      : gates?.get(gate)
  return {
    zone: policy.zone,
    place: (rule) => placed(policy, rule),
    name,
    gateTitle: (gate) =>
      titleIn(gateNamed(gate)?.title, language) ??
      titleIn(bundle.clocks.find((clock) => clock.name === gate)?.title, language) ??
      readable(gate),
    dimensionTitle: (dimension) =>
      titleIn(bundle.grading.find(({ name }) => name === dimension)?.title, language) ?? readable(dimension),
    title: (of, name) => inLanguage(titleOf(policy, of, name), language, bundle.language) ?? readable(name),
    valueTitle: (fact, value) => inLanguage(bundle.facts[fact]?.titles?.[value], language, bundle.language) ?? value,
    money: (minor) => money(minor, bundle.currency, language),
    limit: (rule) => limitAt(bundle, rule, language)
  }
}
