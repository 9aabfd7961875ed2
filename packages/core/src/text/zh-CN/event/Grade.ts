import type { Grade, GradeEvents } from "../../../case/track/Grade.ts"
import { readable } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

/** Behind a level: what was added up for it, and from where it was raised. */
const how = ({ points, lifted }: Grade): string => {
  const sum = points?.reduce((all, each) => all + each.points, 0)
  const parts = [
    ...(sum === undefined ? [] : [zh`${sum} 分`]),
    ...(lifted === undefined ? [] : [zh`自 ${readable(lifted.from)} 上调`])
  ]
  if (parts.length === 0) return ""
  return zh`（${parts.join("，")}）`
}

const graded = (dimension: string, grade: Grade, wording: Voice): string =>
  zh`${wording.view.dimensionTitle(dimension)} 为 ${readable(grade.level)}${how(grade)}`

const all = (grades: Readonly<Record<string, Grade>>, wording: Voice): string =>
  wording.list(Object.entries(grades).map(([dimension, grade]) => graded(dimension, grade, wording)))

const change = (from: string, grade: Grade): string =>
  from === "" ? zh`定为 ${readable(grade.level)}` : zh`由 ${readable(from)} 改为 ${readable(grade.level)}`

/** The count says more than that there is one. */
const because = (wording: Voice, reason: string | undefined, customers: number | undefined): string => {
  // After erasure a person's reason is an ellipsis, as their words are.
  if (reason === undefined) return "…"
  if (reason !== "stream" || customers === undefined) return wording.because(reason)
  return `${customers} 位客户反映同一问题`
}

export const grade: EventLines<GradeEvents> = {
  "override-ended": (event, wording) => zh`人工设定的 ${wording.view.dimensionTitle(event.dimension)} 已到期`,
  graded: (event, wording) => zh`定级：${all(event.grades, wording)}`,
  regraded: (event, wording) =>
    event.grade.by === undefined
      ? zh`${wording.view.dimensionTitle(event.dimension)} ${change(event.from, event.grade)}：${because(wording, event.reason, event.customers)}`
      : zh`${wording.who(event.grade.by)} 将 ${wording.view.dimensionTitle(event.dimension)} ${change(event.from, event.grade)}：${because(wording, event.reason, event.customers)}`
}
