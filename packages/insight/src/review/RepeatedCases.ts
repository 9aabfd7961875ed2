/** Repeated cases: problems and categories with several complaints, and alike cases that need a procedure. */
import { defined } from "@hearback/core"
import { categoryOf, receivedAt, type Story } from "../story/CaseStory.ts"
import { isWithin, type Period } from "../story/Period.ts"

/** Complaints of one problem or, where the policy names none, of one category.  */
export interface RepeatedComplaints {
  readonly of: "problem" | "category"
  /** Of the category, or the problem. */
  readonly id: string
  readonly category: string
  /** Of a problem: the facts beside the category that make its cases one, as far as they are not personal. */
  readonly same: readonly string[]
  /** Opened in the period, and in the one before it. */
  readonly cases: number
  readonly before: number
  /** Of a problem: how many customers and cases it has had since it was first counted. */
  readonly problem?: { readonly customers: number; readonly cases: number; readonly progress?: "live" | "verified" }
}

const groupedBy = <T>(items: readonly T[], key: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    if (name === undefined) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return groups
}

const openedIn = (stories: readonly Story[], period: Period): readonly Story[] =>
  stories.filter((story) => isWithin(period, receivedAt(story) ?? Number.NaN))

const complaints = (stories: readonly Story[]): readonly Story[] =>
  stories.filter(({ state }) => state.feedback.understanding?.kind === "complaint")

/**
 * Returns what came at least twice in a period, problems before categories, the most frequent first. A category of which
 * every case belongs to one problem is not said again.
 */
export const repeatedComplaints = (
  stories: readonly Story[],
  period: Period,
  before: Period
): readonly RepeatedComplaints[] => {
  const [now, then] = [complaints(openedIn(stories, period)), complaints(openedIn(stories, before))]
  const rows = (
    of: RepeatedComplaints["of"],
    key: (story: Story) => string | undefined
  ): readonly RepeatedComplaints[] => {
    const earlier = groupedBy(then, key)
    return [...groupedBy(now, key)]
      .filter(([, group]) => group.length > 1)
      .map(
        ([id, group]): RepeatedComplaints => ({
          of,
          id,
          category: group[0] === undefined ? "" : categoryOf(group[0]),
          same: of === "category" || group[0] === undefined ? [] : sameOf(group[0]),
          cases: group.length,
          before: earlier.get(id)?.length ?? 0,
          ...(of === "category" ? {} : { problem: countOf(group) })
        })
      )
      .sort((a, b) => b.cases - a.cases || (a.id < b.id ? -1 : 1))
  }
  const problems = rows("problem", ({ state }) => state.relations.problem?.id)
  const isTold = ({ id, cases }: RepeatedComplaints): boolean =>
    problems.some((problem) => problem.category === id && problem.cases === cases)
  return [...problems, ...rows("category", (story) => categoryOf(story) || undefined).filter((row) => !isTold(row))]
}

const sameOf = ({ policy: { bundle }, state }: Story): readonly string[] =>
  bundle.problems.same.flatMap((name) => {
    const fact = Object.hasOwn(bundle.facts, name) ? bundle.facts[name] : undefined
    const value = state.feedback.facts[name] ?? fact?.default
    return fact === undefined || fact.personal !== undefined || value === undefined ? [] : [String(value)]
  })

/** Each case knows the count that it was last told of; word of the latest may still be on its way. */
const countOf = (group: readonly Story[]): NonNullable<RepeatedComplaints["problem"]> => {
  const told = group.flatMap(({ state }) => state.relations.problem ?? [])
  const customers = group.map(({ state }) => state.feedback.receipt?.customer)
  const anonymous = customers.filter((customer) => customer === undefined).length
  const known = new Set(customers.filter((customer) => customer !== undefined)).size
  const progress = (["verified", "live"] as const).find((each) => told.some((one) => one.progress === each))
  return {
    customers: told.reduce((most, one) => Math.max(most, one.customers), known + anonymous),
    cases: told.reduce((most, one) => Math.max(most, one.cases), group.length),
    ...defined({ progress })
  }
}

/** Alike cases, closed often enough that how to handle them should be written down once. */
export interface ProcedureDue {
  readonly category: string
  /** In the order in which they were closed. */
  readonly cases: readonly string[]
  /** When the case closed that made it enough.  Units: ms since 1970. */
  readonly since: number
}

/**
 * Returns the groups of alike cases that are closed and have reached `after` by an instant, the latest first. Alike
 * are cases of one category and one problem (the values of `problems.same`), and cases of that category that somebody
 * has linked by one cause.
 */
export const proceduresDue = (stories: readonly Story[], after: number, by: number): readonly ProcedureDue[] => {
  const closed = stories
    .filter((story) => (story.state.lifecycle.closedAt ?? by) < by && isSorted(story))
    .sort((a, b) => closedAt(a) - closedAt(b) || (a.id < b.id ? -1 : 1))
  return [...groupedBy(closed, alikeOf(closed))]
    .flatMap(([, group]): readonly ProcedureDue[] => {
      const [first, reached] = [group[0], group[after - 1]]
      return first === undefined || reached === undefined
        ? []
        : [{ category: categoryOf(first), cases: group.map(({ id }) => id), since: closedAt(reached) }]
    })
    .sort((a, b) => b.since - a.since || (a.category < b.category ? -1 : 1))
}

/** Cases that the dictionary could not place are alike in nothing else. */
const isSorted = (story: Story): boolean =>
  categoryOf(story) !== "" && categoryOf(story) !== story.policy.bundle.dictionary.otherwise

const closedAt = ({ state }: Story): number => state.lifecycle.closedAt ?? 0

/** Names each group after one key that its members share, directly or through the cases that they are linked to. */
const alikeOf = (stories: readonly Story[]): ((story: Story) => string) => {
  const own = new Map(
    stories.map((story) => [story.id, JSON.stringify([categoryOf(story), story.state.relations.problem?.id ?? ""])])
  )
  const category = new Map(stories.map((story) => [story.id, categoryOf(story)]))
  const leads = new Map([...own.values()].map((key) => [key, key]))
  const leader = (key: string): string => {
    const next = leads.get(key) ?? key
    return next === key ? key : leader(next)
  }
  for (const { id, state } of stories)
    for (const sibling of state.relations.siblings) {
      if (category.get(id) !== category.get(sibling)) continue
      const [a = "", b = ""] = [leader(own.get(id) ?? ""), leader(own.get(sibling) ?? "")].sort()
      leads.set(b, a)
    }
  return ({ id }) => leader(own.get(id) ?? "")
}
