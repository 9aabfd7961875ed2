/** Lengths of time, and points on a clock, in the words of a language; those of keys are read back by policies. */
import type { Language } from "../../policy/Rule.ts"
import { HOUR, MINUTE, type Millis } from "../../time/Instant.ts"
import type { ClockPoint, Target } from "../../time/Target.ts"
import { texts } from "../catalogue/Texts.ts"
import type { Form } from "../shape/Form.ts"

type Lengths = Form["length"]

/** Returns a length of time, such as `3 working days` or `4 小时`. */
export const length = (target: Target, language: Language): string => {
  const say = texts[language].form.length
  switch (target._tag) {
    case "Elapsed":
      return time(target.ms, say, false)
    case "Working":
      return time(target.ms, say, true)
    case "WorkingDays":
      return target.days === 0 ? say.sameWorkingDay : say.of(target.days, "workingDays")
    case "Civil":
      return civil(target.months, target.days, say)
  }
}

/** Returns a point on a clock, such as `50%`, `4 hours before` or `1 个工作日 后`. */
export const point = (at: ClockPoint, language: Language): string => {
  const say = texts[language].form.length
  switch (at._tag) {
    case "Share":
      return `${at.percent}%`
    case "Due":
      return say.due
    case "Before":
      return say.before(length(at.by, language))
    case "After":
      return say.after(length(at.by, language))
  }
}

const time = (ms: Millis, say: Lengths, isOpenTime: boolean): string => {
  const hours = Math.floor(ms / HOUR)
  const minutes = Math.round((ms % HOUR) / MINUTE)
  const parts = [
    ...(hours > 0 ? [say.of(hours, isOpenTime ? "workingHours" : "hours")] : []),
    ...(minutes > 0 || hours === 0 ? [say.of(minutes, isOpenTime ? "workingMinutes" : "minutes")] : [])
  ]
  return parts.join(" ")
}

const civil = (months: number, days: number, say: Lengths): string => {
  if (months === 0 && days === 0) return say.sameDay
  // Short runs of days are said in days (14 days), longer ones of whole weeks in weeks (8 weeks).
  const inWeeks = days >= 28 && days % 7 === 0
  const inYears = months % 12 === 0
  const parts = [
    ...(months > 0 ? [say.of(inYears ? months / 12 : months, inYears ? "years" : "months")] : []),
    ...(days > 0 ? [say.of(inWeeks ? days / 7 : days, inWeeks ? "weeks" : "days")] : [])
  ]
  return parts.join(" ")
}
