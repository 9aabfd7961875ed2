/** How much it matters, and why that changed. */

import type { Grade, GradeEvents } from "../../../case/track/Grade.ts"
import { readable } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"

/** Behind a level: what was added up for it, and from where it was raised. */
const how = ({ points, lifted }: Grade): string => {
  const sum = points?.reduce((all, each) => all + each.points, 0)
  const parts = [
    ...(sum === undefined ? [] : [`${sum} points`]),
    ...(lifted === undefined ? [] : [`raised from ${readable(lifted.from)}`])
  ]
  if (parts.length === 0) return ""
  return ` (${parts.join(", ")})`
}

const graded = (dimension: string, grade: Grade, wording: Voice): string =>
  `${wording.view.dimensionTitle(dimension)} “${readable(grade.level)}”${how(grade)}`

const all = (grades: Readonly<Record<string, Grade>>, wording: Voice): string =>
  Object.entries(grades)
    .map(([dimension, grade]) => graded(dimension, grade, wording))
    .join(", ")

const change = (from: string, grade: Grade): string =>
  from === "" ? `to ${readable(grade.level)}` : `from ${readable(from)} to ${readable(grade.level)}`

/** The count says more than that there is one. */
const because = (wording: Voice, reason: string | undefined, customers: number | undefined): string => {
  // After erasure a person's reason is an ellipsis, as their words are.
  if (reason === undefined) return "…"
  if (reason !== "stream" || customers === undefined) return wording.because(reason)
  return `${customers} customers report the same problem`
}

export const grade: EventLines<GradeEvents> = {
  "override-ended": (event, wording) =>
    `the level of ${wording.view.dimensionTitle(event.dimension)} that a person had set has expired`,
  graded: (event, wording) => `graded: ${all(event.grades, wording)}`,
  regraded: (event, wording) =>
    event.grade.by === undefined
      ? `${wording.view.dimensionTitle(event.dimension)} changed ${change(event.from, event.grade)}: ${because(wording, event.reason, event.customers)}`
      : `${wording.who(event.grade.by)} changed ${wording.view.dimensionTitle(event.dimension)} ${change(event.from, event.grade)}: ${because(wording, event.reason, event.customers)}`
}
