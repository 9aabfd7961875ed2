/** Completes the arrivals of a simulation with defaults. */
import type { Fact, Policy } from "@hearback/core"
import type { Arrivals, Traced } from "../model/Arrivals.ts"
import { type Assumption, assumption } from "../model/Assumption.ts"
import type { ArrivalPlan } from "../model/Plan.ts"
import { chooser, quantileOf, type Weights } from "../random/Distribution.ts"
import { listed, percent } from "../text/TranslatedText.ts"
import { requiredFacts } from "./Forms.ts"
import { categoryNamed, channelNamed, factNamed, roleNamed } from "./Names.ts"
import { spokenCategories, textsOf } from "./Texts.ts"
import { rateOf, workingHours } from "./Time.ts"

const alike = (names: readonly string[]): Weights => Object.fromEntries(names.map((name) => [name, 1]))

/** The share of time in which the busiest role is busy, if the number of arrivals is not given. */
export const usuallyBusy = 0.65

/** Returns the plan of arrivals, with the assumptions that were made. */
export const completeArrivals = (
  policy: Policy.Policy,
  given: Arrivals
): { readonly plan: ArrivalPlan; readonly assumed: readonly Assumption[] } => {
  const { bundle, zone } = policy
  const { mix = {}, perDay = 0, reckonedOf, seasons, campaigns, trace, leftOut = 0, texts, factor = 1 } = given
  const working = workingHours(policy)
  const channels = Object.keys(bundle.channels).filter((name) => bundle.channels[name]?.mode === "passive")
  const categories = spokenCategories(policy)
  const assumed: Assumption[] = []
  const isDrawn = trace === undefined
  if (trace !== undefined && leftOut > 0) assumed.push(assumption("left-out", { arrivals: trace.length, leftOut }))
  const hasAny = (is: (one: Traced) => boolean): boolean => trace?.some(is) ?? true
  if (isDrawn && reckonedOf !== undefined)
    assumed.push(assumption("arrivals", { perDay, role: roleNamed(policy, reckonedOf), share: percent(usuallyBusy) }))
  if (isDrawn && given.profile === undefined)
    assumed.push(
      working === undefined
        ? assumption("profile-of-days")
        : assumption("profile", { calendar: bundle.defaultCalendar })
    )
  if (mix.categories === undefined && texts === undefined && hasAny(isUnread))
    assumed.push(assumption("categories", { names: listed(categories.map((name) => categoryNamed(policy, name))) }))
  if (mix.channels === undefined && hasAny(({ channel }) => channel === undefined))
    assumed.push(assumption("channels", { names: listed(channels.map((name) => channelNamed(policy, name))) }))
  const onFile = new Set(Object.keys(mix.facts ?? {}))
  const used = mix.channels === undefined ? channels : Object.keys(mix.channels)
  const asked = new Set(used.flatMap((name) => requiredFacts(policy, name)))
  const filledIn = [...asked].filter((name) => !onFile.has(name) && hasAny(({ facts }) => facts?.[name] === undefined))
  if (filledIn.length > 0)
    assumed.push(assumption("form-facts", { names: listed(filledIn.map((name) => factNamed(policy, name))) }))
  if (texts === undefined && hasAny(({ text }) => text === undefined)) assumed.push(assumption("words"))
  return {
    assumed,
    plan: {
      rate: rateOf({ perDay: perDay * factor, profile: given.profile ?? working, seasons, campaigns }, zone),
      batch: quantileOf(given.batch ?? { kind: "fixed", value: 1 }),
      trace: trace && [...trace].sort((a, b) => a.at - b.at),
      factor,
      channel: chooser(mix.channels ?? alike(channels)),
      language: chooser(mix.languages ?? {}),
      category:
        mix.categories === undefined && texts !== undefined
          ? () => undefined
          : chooser(mix.categories ?? alike(categories)),
      emotion: chooser(mix.emotions ?? {}),
      facts: Object.entries(mix.facts ?? {}).map(([name, weights]) => {
        const choose = chooser(weights)
        return { name, value: (share: number) => factOf(policy, name, choose(share) ?? "") }
      }),
      texts: textsOf(policy, texts)
    }
  }
}

/** The weight of cases without a category. */
const isUnread = ({ text, category }: Traced): boolean => text === undefined && category === undefined

/** Returns the value for a name in a mix. */
const factOf = ({ bundle }: Policy.Policy, fact: string, text: string): Fact.FactValue => {
  switch (bundle.facts[fact]?.kind) {
    case "number":
    case "integer":
    case "money":
      return Number(text)
    case "yes-no":
      return text === "yes" || text === "true"
    default:
      return text
  }
}
