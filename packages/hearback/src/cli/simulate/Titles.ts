/** Titles of what figures are about: those of the policy, else its names. */
import { inLanguage, type Policy, Text } from "@hearback/core"
import type { MetricDimension, MetricGroup, SimulationSubject } from "@hearback/simulation"
import type { Language } from "../../runtime/Language.ts"
import { catalogue } from "../text/Catalogue.ts"

/** Returns the title of a name of a dimension. */
export type Titles = (dimension: MetricDimension, name: string) => string

/** Makes the function that returns titles. */
export const titlesOf = ({ policy, simulation }: SimulationSubject, language: Language): Titles => {
  const { bundle } = policy
  const { clocks } = bundle
  const gates = bundle.loops.flatMap((loop) => loop.gates)
  const people = new Map((simulation.staff?.people ?? []).map(({ id, name }) => [id, name]))
  const own = (text: Policy.Policy["bundle"]["title"]): string | undefined =>
    inLanguage(text, language, bundle.language)

  const gateTitle = (name: string): string | undefined =>
    // The loops of the policy itself stand behind those of its packs.
    own(gates.findLast((gate) => gate.name === name)?.title)
  const clockTitle = (name: string): string | undefined => {
    const rule = clocks.find((clock) => clock.name === name)
    return own(rule?.title) ?? gateTitle(rule?.gate ?? name)
  }
  const find = (dimension: MetricDimension, name: string): string | undefined => {
    switch (dimension) {
      case "clock":
        return clockTitle(name)
      case "gate":
        return gateTitle(name)
      case "role":
        return own(bundle.roles[name]?.title)
      case "category":
        return own(bundle.dictionary.categories.find((category) => category.name === name)?.title)
      case "person":
        return people.get(name)
      case "channel":
        return own(bundle.channels[name]?.title)
      case "grade":
        return Text.readable(catalogue[language].form.level(name))
      default:
        return undefined
    }
  }
  return (dimension, name) => find(dimension, name) ?? (dimension === "person" ? name : Text.readable(name))
}

/** Returns whether figures are grouped by exactly these dimensions. */
export const isAbout = (about: MetricGroup, ...dimensions: readonly MetricDimension[]): boolean =>
  Object.keys(about).length === dimensions.length && dimensions.every((dimension) => about[dimension] !== undefined)
