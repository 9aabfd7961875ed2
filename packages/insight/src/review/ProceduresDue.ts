/** Procedures due: alike cases, closed often enough that how to handle them should be written down once. */
import type { CaseSummary } from "../summary/CaseSummary.ts"

export interface ProcedureDue {
  readonly category: string
  readonly cases: number
  /** The first of them that closed, in that order. */
  readonly examples: readonly string[]
  /** When the case closed that made it enough.  Units: ms since 1970. */
  readonly since: number
}

/** More cases show nothing further of what there is to write down. */
const MOST_EXAMPLES = 10

export interface ClosedCases {
  take(summary: CaseSummary): void
  /** The groups that have reached the number of cases, the latest first. */
  due(): readonly ProcedureDue[]
}

/**
 * Begins to group alike cases that are closed before an instant. Alike are cases of one category and one problem (the
 * values of `problems.same`), and cases of that category that somebody has linked by one cause. Kept of each case is its
 * group; of each group, the cases by which it reaches `after`.
 */
export const makeClosedCases = (after: number, by: number): ClosedCases => {
  const kept = Math.max(after, MOST_EXAMPLES)
  const groups = new Map<string, Group>()
  const groupOf = new Map<string, string>()
  const links: { readonly group: string; readonly category: string; readonly to: readonly string[] }[] = []
  return {
    take: ({ id, about: { closedAt, category, isUnsorted, problem, siblings } }) => {
      // Cases that the dictionary could not place are alike in nothing else.
      if (closedAt === undefined || closedAt >= by || isUnsorted === true) return
      const key = JSON.stringify([category, problem?.id ?? ""])
      const group = groups.get(key) ?? { key, category, cases: 0, first: [] }
      groups.set(key, addClosed(group, [{ id, closedAt }], 1, kept))
      groupOf.set(id, group.key)
      if (siblings.length > 0) links.push({ group: group.key, category, to: siblings })
    },
    due: () => {
      const leaderOf = leaders(groups, groupOf, links)
      const joined = new Map<string, Group>()
      for (const group of groups.values()) {
        const leader = leaderOf(group.key)
        const known = joined.get(leader)
        joined.set(leader, known === undefined ? group : addClosed(known, group.first, group.cases, kept))
      }
      return [...joined.values()]
        .flatMap(({ category, cases, first }): readonly ProcedureDue[] => {
          const reached = first[after - 1]
          const examples = first.slice(0, MOST_EXAMPLES).map(({ id }) => id)
          return reached === undefined ? [] : [{ category, cases, examples, since: reached.closedAt }]
        })
        .sort((a, b) => b.since - a.since || (a.category < b.category ? -1 : 1))
    }
  }
}

interface Closed {
  readonly id: string
  readonly closedAt: number
}

interface Group {
  readonly key: string
  readonly category: string
  readonly cases: number
  readonly first: readonly Closed[]
}

const addClosed = (group: Group, closed: readonly Closed[], count: number, kept: number): Group => {
  const cases = group.cases + count
  const last = group.first.at(-1)
  // Most cases close behind those that are kept.
  if (last !== undefined && group.first.length === kept && closed.every(({ closedAt }) => closedAt > last.closedAt))
    return { ...group, cases }
  const inOrder = [...group.first, ...closed].sort((a, b) => a.closedAt - b.closedAt || (a.id < b.id ? -1 : 1))
  return { ...group, cases, first: inOrder.slice(0, kept) }
}

/** Names each group after one that it is linked to, directly or through others. */
const leaders = (
  groups: ReadonlyMap<string, Group>,
  groupOf: ReadonlyMap<string, string>,
  links: readonly { readonly group: string; readonly category: string; readonly to: readonly string[] }[]
): ((group: string) => string) => {
  const leads = new Map<string, string>()
  const leader = (group: string): string => {
    const next = leads.get(group)
    return next === undefined ? group : leader(next)
  }
  for (const { group, category, to } of links)
    for (const sibling of to) {
      const other = groupOf.get(sibling)
      if (other === undefined || groups.get(other)?.category !== category) continue
      const [first = "", second = ""] = [leader(group), leader(other)].sort()
      if (first !== second) leads.set(second, first)
    }
  return leader
}
