/** What a simulation says that does nothing in the time that is simulated: a slip that no figure would show. */
import { Instant, type Policy } from "@hearback/core"
import { type Assumption, assumption, listed, type Sentence } from "../model/Assumption.ts"
import type { Plan } from "../model/Plan.ts"
import type { Simulation } from "../model/Simulation.ts"

const { HOUR } = Instant

/** So many are named: who reads three looks for the others. */
const mostNamed = 3

type Time = Pick<Plan, "from" | "until" | "arrivals" | "causes">

export const idle = ({ zone }: Policy.Policy, simulation: Simulation, time: Time): readonly Assumption[] => {
  const { arrivals = {}, staff } = simulation
  const isOutside = (spell: { readonly from: number; readonly to: number }): boolean =>
    spell.to <= time.from || spell.from >= time.until
  const dateOf = (at: number): string => Instant.renderInstant(at, zone).slice(0, 10)
  const elsewhere: readonly Sentence[] = [
    ...(arrivals.trace === undefined ? (arrivals.campaigns ?? []) : [])
      .filter(isOutside)
      .map(({ from }) => ({ en: `a campaign from ${dateOf(from)}`, "zh-CN": `${dateOf(from)} 起的高峰` })),
    ...(staff?.people ?? []).flatMap(({ id, away = [] }) =>
      away.filter(isOutside).map(({ from }) => ({
        en: `${id} away from ${dateOf(from)}`,
        "zh-CN": `${id} ${dateOf(from)} 起的外出`
      }))
    )
  ]
  const unused = arrivals.trace === undefined ? [] : unusedIn(arrivals)
  return [
    ...(doesArrive(time) ? [] : [assumption("nothing-arrives")]),
    ...(unused.length === 0 ? [] : [assumption("as-recorded", { names: listed(unused) })]),
    ...(elsewhere.length === 0 ? [] : [assumption("elsewhere", { names: listed(elsewhere.slice(0, mostNamed)) })])
  ]
}

/** What is said of how much comes, beside a record of what came. */
const unusedIn = ({
  perDay,
  profile,
  seasons,
  campaigns
}: NonNullable<Simulation["arrivals"]>): readonly Sentence[] => [
  ...(perDay === undefined ? [] : [{ en: "per-day", "zh-CN": "每日件数" }]),
  ...(profile === undefined ? [] : [{ en: "hours and days", "zh-CN": "各小时与各星期" }]),
  ...(seasons === undefined ? [] : [{ en: "months", "zh-CN": "各月" }]),
  ...(campaigns === undefined ? [] : [{ en: "campaigns", "zh-CN": "高峰" }])
]

const doesArrive = ({ from, until, arrivals: { trace, rate }, causes }: Time): boolean => {
  if (causes.some((cause) => cause.rate.most > 0)) return true
  if (trace !== undefined) return trace.some(({ at }) => from <= at && at < until)
  if (!(rate.most > 0)) return false
  for (let at = from + HOUR / 2; at < until; at += HOUR) if (rate.at(at) > 0) return true
  return false
}
