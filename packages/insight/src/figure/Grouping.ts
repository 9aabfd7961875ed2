/** How figures can be grouped: by person, department, category, kind, channel, grade, or a fact of the case. */
import type { Bundle } from "@hearback/core"
import type { CaseSummary } from "../summary/CaseSummary.ts"
import { texts } from "../text/Texts.ts"

/** Returns the group of a case at an instant; empty if nobody has given it. */
export interface GroupOf {
  (summary: CaseSummary, at: number): string
  /** Whether the group depends on the instant; else it is asked for once for all that a case shows. */
  readonly isOfInstant?: true
}

/** Groupings that every policy has. */
export type Grouping = keyof typeof texts.en.grouping

const ofInstant = (groupOf: (summary: CaseSummary, at: number) => string): GroupOf =>
  Object.assign(groupOf, { isOfInstant: true as const })

/**
 * The value of each grouping. Owner and department are those of the instant; all others are those at the end of the
 * story.
 */
const groupings: Readonly<Record<Grouping, GroupOf>> = {
  person: ofInstant((summary, at) => summary.ownershipAt(at).owner ?? ""),
  department: ofInstant((summary, at) => summary.ownershipAt(at).department ?? ""),
  category: ({ about }) => about.category,
  kind: ({ about }) => about.kind,
  channel: ({ about }) => about.channel
}

/** Returns the names by which figures of a policy can be grouped. Facts that identify a person are not among them. */
export const groupingsOf = ({ facts, grading }: Bundle.Bundle): readonly string[] => [
  ...Object.keys(groupings),
  ...grading.map(({ name }) => name),
  ...Object.entries(facts).flatMap(([name, { personal, kind }]) =>
    personal === undefined && kind !== "file" ? [name] : []
  )
]

/** Returns the title of a grouping that every policy has; undefined for a name of the policy. */
export const groupingTitle = (name: string, language: Bundle.Language): string | undefined =>
  Object.hasOwn(groupings, name) ? texts[language].grouping[name as Grouping] : undefined

/** Returns the grouping that a word names in any language. */
export const groupingMeant = (word: string): Grouping | undefined =>
  (Object.keys(groupings) as readonly Grouping[]).find((name) =>
    Object.values(texts).some(({ grouping }) => grouping[name] === word)
  )

/** Returns the grouping for a name of `groupingsOf`. */
export const groupingOf = (bundle: Bundle.Bundle, name: string): GroupOf => {
  if (Object.hasOwn(groupings, name)) return groupings[name as Grouping]
  if (bundle.grading.some((dimension) => dimension.name === name)) return ({ about }) => about.grades[name] ?? ""
  const initial = Object.hasOwn(bundle.facts, name) ? bundle.facts[name]?.default : undefined
  return ({ about }) => about.facts[name] ?? String(initial ?? "")
}

/** Returns the targets of a group: its own, else those of every other group, over those of all cases. */
export const targetsOfGroup = (
  { targets, targetsBy = {} }: Pick<Bundle.LearningRule, "targets" | "targetsBy">,
  by: string,
  group: string
): Bundle.TargetsRule => {
  const own = Object.hasOwn(targetsBy, by) ? (targetsBy[by] ?? {}) : {}
  return { ...targets, ...(Object.hasOwn(own, group) ? own[group] : own["otherwise"]) }
}
