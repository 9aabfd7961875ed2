/** Finds repeated complaints: problems and categories that occurred at least twice in a period. */
import { defined } from "@hearback/core"
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary, ProblemOfCase } from "../summary/CaseSummary.ts"

/** Complaints of one problem or, if the policy has no problems, of one category. */
export interface RepeatedComplaints {
  readonly of: "problem" | "category"
  /** The name of the category, or the id of the problem. */
  readonly id: string
  readonly category: string
  /** For a problem: the facts that its cases have in common beside the category, as far as they are not personal. */
  readonly same: readonly string[]
  /** Cases opened in the period, and in the one before it. */
  readonly cases: number
  readonly before: number
  /** For a problem: the number of its customers and cases since it was first counted. */
  readonly problem?: Pick<ProblemOfCase, "customers" | "cases"> & { readonly progress?: "live" | "verified" }
  /** For a problem: the first of its cases in the period, by id. */
  readonly first?: string
}

/** Counts complaints. */
export interface ComplaintCounts {
  take(summary: CaseSummary): void
  /**
   * Returns problems before categories, the most frequent first. A category whose cases all belong to one problem is
   * omitted.
   */
  repeated(): readonly RepeatedComplaints[]
  add(other: ComplaintCounts): void
  readonly problems: ReadonlyMap<string, ProblemCount>
  readonly categories: ReadonlyMap<string, Count>
}

/** Begins to count the complaints of a period and of the one before it, by problem and by category. */
export const makeComplaintCounts = (period: Period, before: Period): ComplaintCounts => {
  const problems = new Map<string, ProblemCount>()
  const categories = new Map<string, Count>()
  return {
    problems,
    categories,
    take: (summary) => {
      const { about } = summary
      if (about.kind !== "complaint") return
      const at = about.receivedAt ?? Number.NaN
      const when = isWithin(period, at) ? "cases" : isWithin(before, at) ? "before" : undefined
      if (when === undefined) return
      const { category, problem } = about
      if (category !== "") found(categories, category, nothing)[when] += 1
      if (problem === undefined) return
      const count = found(problems, problem.id, nothingOfProblem)
      count[when] += 1
      if (when === "cases") addTo(count, summary.id, category, problem)
    },
    add: (other) => {
      for (const [category, count] of other.categories) addCounts(found(categories, category, nothing), count)
      for (const [id, count] of other.problems) addProblems(found(problems, id, nothingOfProblem), count)
    },
    repeated: () => {
      const ofProblems = inOrder(problems).map(
        ([id, { cases, before: earlier, ...count }]): RepeatedComplaints => ({
          of: "problem",
          id,
          category: count.category,
          same: count.same,
          cases,
          before: earlier,
          problem: problemOf(cases, count),
          first: count.first
        })
      )
      const isTold = (category: string, cases: number): boolean =>
        ofProblems.some((problem) => problem.category === category && problem.cases === cases)
      const ofCategories = inOrder(categories)
        .filter(([category, { cases }]) => !isTold(category, cases))
        .map(([id, count]): RepeatedComplaints => ({ of: "category", id, category: id, same: [], ...count }))
      return [...ofProblems, ...ofCategories]
    }
  }
}

interface Count {
  cases: number
  before: number
}

/** The last count that a case was told of; a message with a newer one may still be on its way. */
interface ProblemCount extends Count {
  /** The first of its cases by id, which gives the category and the facts. */
  first: string
  category: string
  same: readonly string[]
  readonly customers: Set<string>
  anonymous: number
  readonly told: { customers: number; cases: number }
  readonly progress: Set<"live" | "verified">
}

const nothing = (): Count => ({ cases: 0, before: 0 })
const nothingOfProblem = (): ProblemCount => ({
  ...nothing(),
  first: "",
  category: "",
  same: [],
  customers: new Set(),
  anonymous: 0,
  told: { customers: 0, cases: 0 },
  progress: new Set()
})

const found = <C>(counts: Map<string, C>, key: string, make: () => C): C => {
  const known = counts.get(key)
  if (known !== undefined) return known
  const count = make()
  counts.set(key, count)
  return count
}

const addTo = (count: ProblemCount, id: string, category: string, problem: ProblemOfCase): void => {
  if (count.first === "" || id < count.first) Object.assign(count, { first: id, category, same: problem.same })
  const { customer, progress } = problem
  if (customer === undefined) count.anonymous += 1
  else count.customers.add(customer)
  tell(count.told, problem)
  if (progress !== undefined) count.progress.add(progress)
}

const tell = (told: ProblemCount["told"], { customers, cases }: ProblemCount["told"]): void => {
  if (customers > told.customers) told.customers = customers
  if (cases > told.cases) told.cases = cases
}

const addCounts = (to: Count, { cases, before }: Count): void => {
  to.cases += cases
  to.before += before
}

const addProblems = (to: ProblemCount, other: ProblemCount): void => {
  addCounts(to, other)
  const { first, category, same } = other
  if (first !== "" && (to.first === "" || first < to.first)) Object.assign(to, { first, category, same })
  to.anonymous += other.anonymous
  for (const customer of other.customers) to.customers.add(customer)
  for (const each of other.progress) to.progress.add(each)
  tell(to.told, other.told)
}

const problemOf = (
  cases: number,
  { customers, anonymous, told, progress }: Pick<ProblemCount, "customers" | "anonymous" | "told" | "progress">
): NonNullable<RepeatedComplaints["problem"]> => ({
  customers: Math.max(told.customers, customers.size + anonymous),
  cases: Math.max(told.cases, cases),
  ...defined({ progress: (["verified", "live"] as const).find((each) => progress.has(each)) })
})

const inOrder = <C extends Count>(counts: ReadonlyMap<string, C>): readonly (readonly [string, C])[] =>
  [...counts]
    .filter(([, { cases }]) => cases > 1)
    .sort(([a, one], [b, other]) => other.cases - one.cases || (a < b ? -1 : 1))
