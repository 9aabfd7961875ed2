/** Figures by group: by person, department, category, grade and so on. */
import { inLanguage, Text } from "@hearback/core"
import * as Insight from "@hearback/insight"
import { nearest } from "@hearback/policy"
import type { Session } from "../call/Call.ts"
import { invalid } from "../call/Shape.ts"
import { texts } from "../text/catalogue/Texts.ts"
import { categoryTitle, type Figure } from "./Figure.ts"

/** The figures of one group, judged by its own targets (`targets-by`) or else by those of the policy. */
export interface MeasureGroup {
  /**
   * The name of the group: id of a person, name of a category, level of a grade, value of a fact; empty if the cases
   * have none.
   */
  readonly name: string
  readonly title: string
  readonly figures: readonly Figure[]
  /** For a fact that is free text: how many rare values this group without a name contains. */
  readonly others?: number
}

/** Returns the grouping that a caller names, in any language.  Errors: `call/invalid`, which lists the groupings. */
export const groupingNamed = ({ engine }: Session, by: string): string => {
  const known = Insight.groupingsOf(engine.policies.active.bundle)
  const name = known.includes(by) ? by : Insight.groupingMeant(by)
  if (name !== undefined) return name
  const guess = nearest(by, known)
  const meant = guess === undefined ? "" : ` (did you mean \`${guess.word}\`?)`
  throw invalid(`measures cannot be grouped by \`${by}\`${meant}; expected: one of ${known.join(", ")}`)
}

/** Returns the title of a group. */
export const groupTitle = (session: Session, by: string, name: string): string => {
  const { engine, language, names } = session
  const { bundle } = engine.policies.active
  switch (by) {
    case "person":
      return names(name)
    case "category":
      return categoryTitle(session, name)
    case "kind":
      return name === "" ? "" : Text.word("kind", name, language)
    case "department":
    case "channel": {
      const titles = by === "department" ? bundle.departments : bundle.channels
      const title = Object.hasOwn(titles, name) ? titles[name]?.title : undefined
      return inLanguage(title, language, bundle.language) ?? Text.readable(name)
    }
    default:
      return name
  }
}

/** Returns the group of all values of a free text that have no group of their own. */
export const otherGroup = ({ language }: Session, others: number, figures: readonly Figure[]): MeasureGroup => ({
  name: "",
  title: texts[language].answer.otherValues(others),
  figures,
  others
})

/** Returns groups in reading order: levels strongest first, others by their number of cases. */
export const inReadingOrder = (
  { engine }: Session,
  by: string,
  groups: readonly MeasureGroup[]
): readonly MeasureGroup[] => {
  const levels = engine.policies.active.bundle.grading.find(({ name }) => name === by)?.levels
  const place = ({ name, others }: MeasureGroup): number =>
    others !== undefined
      ? Number.MAX_VALUE
      : name === "" || levels?.includes(name) === false
        ? Number.MAX_SAFE_INTEGER
        : (levels?.indexOf(name) ?? 0)
  const volume = ({ figures }: MeasureGroup): number => figures.find(({ measure }) => measure === "volume")?.of ?? 0
  return groups.toSorted((a, b) => place(a) - place(b) || volume(b) - volume(a) || (a.name < b.name ? -1 : 1))
}
