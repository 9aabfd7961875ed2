/** Writes figures in words: a value in its unit, its interval, or why there is none. */
import { type Estimate, type MetricName, metrics } from "@hearback/simulation"
import type { Language } from "../../runtime/Language.ts"
import { moneyText } from "../terminal/Amounts.ts"
import { lengthOf } from "../terminal/Times.ts"
import { catalogue } from "../text/Catalogue.ts"
import type { SimulationTexts } from "../text/en/simulation/Simulating.ts"

/** What is needed to write figures. */
export interface SimulationForms {
  readonly language: Language
  readonly texts: SimulationTexts
  readonly currency: { readonly code: string; readonly digits: number } | undefined
}

const DAY = 86_400_000

/** Returns a value in the unit of its metric: `93.1%`, `2 d 4 h`, `12.5`, `1,200 CNY`. */
export const valueText = (metric: MetricName, value: number, { language, currency }: SimulationForms): string => {
  const { unit } = metrics[metric]
  switch (unit) {
    case "share":
      return percentText(value, language)
    case "ms":
      return Math.abs(value) < 10 * DAY ? lengthOf(Math.round(value), language) : daysText(value, language)
    case "money":
      return moneyText(Math.round(value / 10 ** (currency?.digits ?? 0)), currency?.code ?? null, language)
    default:
      return countText(value)
  }
}

/** Returns a share in percent. */
export const percentText = (share: number, language: Language): string =>
  catalogue[language].form.percent((share * 100).toFixed(1))

const daysText = (ms: number, language: Language): string => catalogue[language].form.days((ms / DAY).toFixed(0))

/** The number of significant digits, because an estimate is not more exact. */
const countText = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)

/** Returns the value of an estimate, or why it has none. */
export const estimateText = (estimate: Estimate | undefined, saying: SimulationForms): string => {
  const { texts } = saying
  if (estimate === undefined || estimate.status === "insufficient") return texts.insufficient
  if (estimate.status === "unstable") return texts.piling
  return estimate.value === undefined ? "–" : valueText(estimate.metric, estimate.value, saying)
}

/** Returns `91.2 – 94.6%`; empty if an estimate has no interval. */
export const intervalText = (estimate: Estimate | undefined, saying: SimulationForms): string => {
  if (estimate?.low === undefined || estimate.high === undefined) return ""
  if (metrics[estimate.metric].unit === "share")
    return `${(estimate.low * 100).toFixed(1)} – ${percentText(estimate.high, saying.language)}`
  return `${valueText(estimate.metric, Math.max(0, estimate.low), saying)} – ${valueText(estimate.metric, estimate.high, saying)}`
}

/** Returns a difference with its sign: `+2.1%`, `−3 h 10 min`. */
export const differenceText = (metric: MetricName, value: number, saying: SimulationForms): string => {
  const text = valueText(metric, Math.abs(value), saying)
  if (/^[0.,]*\D*$/.test(text)) return text
  return `${value < 0 ? "−" : "+"}${text}`
}
