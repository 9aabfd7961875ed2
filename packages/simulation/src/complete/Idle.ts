/** What a simulation says that does nothing in the time that is simulated: a slip that no figure would show. */
import { Instant, type Policy } from "@hearback/core"
import type { Arrivals, Traced } from "../model/Arrivals.ts"
import { type Assumption, assumption, listed, type Sentence } from "../model/Assumption.ts"
import type { Plan } from "../model/Plan.ts"
import type { Overrulable, Simulation } from "../model/Simulation.ts"
import { formOf } from "./Forms.ts"

const { HOUR } = Instant

/** So many are named: who reads three looks for the others. */
const mostNamed = 3

type Time = Pick<Plan, "from" | "until" | "arrivals" | "causes">

export const idle = (policy: Policy.Policy, simulation: Simulation, time: Time): readonly Assumption[] => {
  const { zone } = policy
  const { arrivals = {}, staff, overruled } = simulation
  const { trace } = arrivals
  const isOutside = (spell: { readonly from: number; readonly to: number }): boolean =>
    spell.to <= time.from || spell.from >= time.until
  const dateOf = (at: number): string => Instant.renderInstant(at, zone).slice(0, 10)
  const elsewhere: readonly Sentence[] = [
    ...(trace === undefined ? (arrivals.campaigns ?? []) : [])
      .filter(isOutside)
      .map(({ from }) => ({ en: `a campaign from ${dateOf(from)}`, "zh-CN": `${dateOf(from)} 起的高峰` })),
    ...(staff?.people ?? []).flatMap(({ id, away = [] }) =>
      away.filter(isOutside).map(({ from }) => ({
        en: `${id} away from ${dateOf(from)}`,
        "zh-CN": `${id} ${dateOf(from)} 起的外出`
      }))
    )
  ]
  const settings = (overruled?.settings ?? []).map((setting) => settingsCalled[setting])
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

/** What these are called in a simulation file. */
const settingsCalled: Readonly<Record<Overrulable, Sentence>> = {
  from: { en: "from", "zh-CN": "自" },
  weeks: { en: "weeks", "zh-CN": "周数" },
  horizon: { en: "horizon", "zh-CN": "考察" },
  warmUp: { en: "warm-up", "zh-CN": "预热" },
  seed: { en: "seed", "zh-CN": "随机种子" },
  replications: { en: "replications", "zh-CN": "重复次数" },
  trace: { en: "trace", "zh-CN": "实录" }
}

/** What is said of arrivals, beside a record that says it of each; a fault brings cases that no record has. */
const unusedIn = (
  policy: Policy.Policy,
  { perDay, profile, seasons, campaigns, batch, texts, mix = {} }: Arrivals,
  trace: readonly Traced[],
  hasFaults: boolean
): readonly Sentence[] => {
  const isSaid = (key: keyof Traced): boolean => !hasFaults && trace.every((one) => one[key] !== undefined)
  const isRead = isSaid("text")
  const isAsked = Object.keys(policy.bundle.channels).some((name) => formOf(policy, name).require.includes("category"))
  const all: readonly (readonly [said: unknown, isIdle: boolean, called: Sentence])[] = [
    [perDay, true, { en: "per-day", "zh-CN": "每日件数" }],
    [profile, true, { en: "hours and days", "zh-CN": "各小时与各星期" }],
    [seasons, true, { en: "months", "zh-CN": "各月" }],
    [campaigns, true, { en: "campaigns", "zh-CN": "高峰" }],
    [batch, !hasFaults, { en: "batch", "zh-CN": "成批" }],
    [texts, isRead, { en: "texts", "zh-CN": "原话" }],
    [
      mix.categories,
      isSaid("category") || (isRead && !isAsked),
      { en: "categories of the mix", "zh-CN": "构成中的类别" }
    ],
    [mix.channels, isSaid("channel"), { en: "channels of the mix", "zh-CN": "构成中的渠道" }],
    [mix.languages, isSaid("language"), { en: "languages of the mix", "zh-CN": "构成中的语言" }],
    [mix.emotions, isRead, { en: "emotions of the mix", "zh-CN": "构成中的情绪" }]
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
