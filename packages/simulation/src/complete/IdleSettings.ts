/** Finds settings that have no effect in the simulated time, because no figure would show such a mistake. */
import { Instant, type Policy } from "@hearback/core"
import type { Arrivals, Traced } from "../model/Arrivals.ts"
import { type Assumption, assumption } from "../model/Assumption.ts"
import type { Plan } from "../model/Plan.ts"
import type { Simulation } from "../model/Simulation.ts"
import { listed, said, type TranslatedText } from "../text/TranslatedText.ts"
import { formOf } from "./Forms.ts"

const { HOUR } = Instant

/** The most settings that are named; a reader of three looks for the others. */
const mostNamed = 3

type Time = Pick<Plan, "from" | "until" | "arrivals" | "causes">

/** Returns notes about settings without effect. */
export const idle = (policy: Policy.Policy, simulation: Simulation, time: Time): readonly Assumption[] => {
  const { zone } = policy
  const { arrivals = {}, staff, overruled } = simulation
  const { trace } = arrivals
  const isOutside = (spell: { readonly from: number; readonly to: number }): boolean =>
    spell.to <= time.from || spell.from >= time.until
  const dateOf = (at: number): string => Instant.renderInstant(at, zone).slice(0, 10)
  const elsewhere: readonly TranslatedText[] = [
    ...(trace === undefined ? (arrivals.campaigns ?? []) : [])
      .filter(isOutside)
      .map(({ from }) => said((t) => t.part.campaign(dateOf(from)))),
    ...(staff?.people ?? []).flatMap(({ id, away = [] }) =>
      away.filter(isOutside).map(({ from }) => said((t) => t.part.away(id, dateOf(from))))
    )
  ]
  const settings = (overruled?.settings ?? []).map((setting) => said((t) => t.setting[setting]))
  const [ofRecord, ofFirst] = overruled?.by === "first" ? [[], settings] : [settings, []]
  const unused = [
    ...ofRecord,
    ...(trace === undefined ? [] : unusedIn(policy, arrivals, trace, time.causes.length > 0))
  ]
  return [
    ...(doesArrive(time) ? [] : [assumption("nothing-arrives")]),
    ...(unused.length === 0 ? [] : [assumption("as-recorded", { names: listed(unused) })]),
    ...(ofFirst.length === 0 ? [] : [assumption("as-first", { names: listed(ofFirst) })]),
    ...(elsewhere.length === 0 ? [] : [assumption("elsewhere", { names: listed(elsewhere.slice(0, mostNamed)) })])
  ]
}

/** Returns settings of arrivals that a record already gives. A fault brings cases that no record has. */
const unusedIn = (
  policy: Policy.Policy,
  { perDay, profile, seasons, campaigns, batch, texts, mix = {} }: Arrivals,
  trace: readonly Traced[],
  hasFaults: boolean
): readonly TranslatedText[] => {
  const isSaid = (key: keyof Traced): boolean => !hasFaults && trace.every((one) => one[key] !== undefined)
  const isRead = isSaid("text")
  const isAsked = Object.keys(policy.bundle.channels).some((name) => formOf(policy, name).require.includes("category"))
  const all: readonly (readonly [said: unknown, isIdle: boolean, called: TranslatedText])[] = [
    [perDay, true, said((t) => t.unused.perDay)],
    [profile, true, said((t) => t.unused.profile)],
    [seasons, true, said((t) => t.unused.seasons)],
    [campaigns, true, said((t) => t.unused.campaigns)],
    [batch, !hasFaults, said((t) => t.unused.batch)],
    [texts, isRead, said((t) => t.unused.texts)],
    [mix.categories, isSaid("category") || (isRead && !isAsked), said((t) => t.unused.categories)],
    [mix.channels, isSaid("channel"), said((t) => t.unused.channels)],
    [mix.languages, isSaid("language"), said((t) => t.unused.languages)],
    [mix.emotions, isRead, said((t) => t.unused.emotions)]
  ]
  return all.flatMap(([said, isIdle, called]) => (said !== undefined && isIdle ? [called] : []))
}

const doesArrive = ({ from, until, arrivals: { trace, rate }, causes }: Time): boolean => {
  if (causes.some((cause) => cause.rate.most > 0)) return true
  if (trace !== undefined) return trace.some(({ at }) => from <= at && at < until)
  if (!(rate.most > 0)) return false
  for (let at = from + HOUR / 2; at < until; at += HOUR) if (rate.at(at) > 0) return true
  return false
}
