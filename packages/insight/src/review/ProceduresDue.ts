/** Finds due procedures: similar cases, closed so often that their handling should be written down once. */
import type { CaseSummary } from "../summary/CaseSummary.ts"

/** A due procedure. */
export interface ProcedureDue {
  readonly category: string
  readonly cases: number
  /** The first of its cases that closed, in that order. */
  readonly examples: readonly string[]
  /** When the case closed that reached the number.  Units: ms since 1970. */
  readonly since: number
}

/** The most example cases, because more show nothing new for the procedure. */
const MOST_EXAMPLES = 10

/** Groups similar closed cases. */
export interface ClosedCases {
  take(summary: CaseSummary): void
  /** Returns the groups that have reached the number of cases, the latest first. */
  due(): readonly ProcedureDue[]
  add(other: ClosedCases): void
  /** Of each category, by problem. */
  readonly categories: ReadonlyMap<string, ReadonlyMap<string, Group>>
  readonly links: readonly Link[]
}

/**
 * Begins to group similar cases that were closed before an instant. Similar are cases with one category and one
 * problem (the values of `problems.same`), and cases of that category that somebody has linked by one cause. Of each
 * case its id is kept; of each group, the cases by which it reaches `after`.
 */
export const makeClosedCases = (after: number, by: number): ClosedCases => {
  const kept = Math.max(after, MOST_EXAMPLES)
  const categories = new Map<string, Map<string, Group>>()
  const links: Link[] = []
  const groupOf = (category: string, problem: string): Group => {
    const problems = categories.get(category) ?? new Map<string, Group>()
    if (problems.size === 0) categories.set(category, problems)
    const group = problems.get(problem) ?? { category, first: [], ids: [] }
    if (group.ids.length === 0) problems.set(problem, group)
    return group
  }
  return {
    categories,
    links,
    take: (summary) => {
      const { about, id } = summary
      const { closedAt } = about
      // Cases without a category are not similar for any other reason.
      if (closedAt === undefined || closedAt >= by || about.isUnsorted === true) return
      const { category, problem, siblings } = about
      const group = groupOf(category, problem?.id ?? "")
      group.ids.push(id)
      // Most cases close after those that are kept.
      if (closedAt <= (group.first[kept - 1]?.closedAt ?? closedAt))
        group.first = [...group.first, { id, closedAt }].sort(inOrder).slice(0, kept)
      if (siblings.length > 0) links.push({ category, problem: problem?.id ?? "", to: siblings })
    },
    add: (other) => {
      for (const [category, problems] of other.categories)
        for (const [problem, { ids, first }] of problems) {
          const group = groupOf(category, problem)
          for (const id of ids) group.ids.push(id)
          group.first = [...group.first, ...first].sort(inOrder).slice(0, kept)
        }
      links.push(...other.links)
    },
    due: () => {
      const groups = [...categories.values()].flatMap((problems) => [...problems.values()])
      return joined(
        groups,
        links.map(({ category, problem, to }) => ({ group: groupOf(category, problem), to }))
      )
        .flatMap((alike): readonly ProcedureDue[] => {
          const first = alike.flatMap((group) => group.first).sort(inOrder)
          const cases = alike.reduce((sum, { ids }) => sum + ids.length, 0)
          const [category = "", reached] = [alike[0]?.category, first[after - 1]]
          const examples = first.slice(0, MOST_EXAMPLES).map(({ id }) => id)
          return reached === undefined ? [] : [{ category, cases, examples, since: reached.closedAt }]
        })
        .sort((a, b) => b.since - a.since || (a.category < b.category ? -1 : 1))
    }
  }
}

/** Cases that a closed one is linked to. */
interface Link {
  readonly category: string
  readonly problem: string
  readonly to: readonly string[]
}

interface Closed {
  readonly id: string
  readonly closedAt: number
}

interface Group {
  readonly category: string
  readonly ids: string[]
  /** Returns the cases that closed first, in order. */
  first: readonly Closed[]
}

const inOrder = (a: Closed, b: Closed): number => a.closedAt - b.closedAt || (a.id < b.id ? -1 : 1)

/** Joins groups whose cases are linked, directly or through others. */
const joined = (
  groups: readonly Group[],
  links: readonly { readonly group: Group; readonly to: readonly string[] }[]
): readonly (readonly Group[])[] => {
  const linked = new Set(links.flatMap(({ to }) => to))
  const groupOf = new Map<string, Group>()
  if (linked.size > 0)
    for (const group of groups) for (const id of group.ids) if (linked.has(id)) groupOf.set(id, group)
  const leads = new Map<Group, Group>()
  const leader = (group: Group): Group => {
    const next = leads.get(group)
    return next === undefined ? group : leader(next)
  }
  for (const { group, to } of links)
    for (const sibling of to) {
      const other = groupOf.get(sibling)
      if (other?.category !== group.category) continue
      const [one, another] = [leader(group), leader(other)]
      if (one !== another) leads.set(another, one)
    }
  const alike = new Map<Group, Group[]>()
  for (const group of groups) {
    const known = alike.get(leader(group))
    if (known === undefined) alike.set(leader(group), [group])
    else known.push(group)
  }
  return [...alike.values()]
}
