/** Authority: up to what limit each role may decide, lowest first, and whom it asks beyond. */
import { dig, entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf } from "../link/Tree.ts"
import type { AuthorityRule, LimitRule } from "../model.ts"
import { basisPointsOf, moneyOf } from "./Amount.ts"
import { lengthOf } from "./Length.ts"
import type { Sort } from "./Names.ts"
import { known, type Reading, unknown } from "./Reading.ts"

/** Acts that one person may be kept from joining on one case, and that are spot-checked. */
const duties: readonly string[] = [
  "compensate",
  "discount",
  "grant",
  "close",
  "regrade",
  "waive",
  "explain",
  "extend",
  "approval",
  "spot-check"
]

/** Reads authority. */
export const authorityOf = (r: Reading): AuthorityRule => {
  const tree = get(r.root, "authority")
  const approval = get(tree, "approval")
  const apart = itemsOf(get(tree, "apart"))
  for (const item of apart) {
    const duty = wordOf(item)
    if (duty !== undefined && !duties.includes(duty)) unknown(r, "role", item, duty, duties, "duty")
  }
  for (const item of itemsOf(dig(tree, "spot-check", "by"))) known(r, "role", item)
  return {
    limits: entriesOf(get(tree, "limits")).map(([role, limit]) => limitOf(r, role, limit)),
    approval: {
      within: lengthOf(r, get(approval, "within")) ?? { _tag: "Working", ms: 4 * 3_600_000 },
      unanswered: wordOf(get(approval, "unanswered")) === "denied" ? "denied" : "next-higher"
    },
    apart: wordsOf(get(tree, "apart")).filter((duty) => duties.includes(duty))
  }
}

const limitOf = (r: Reading, role: string, tree: Tree): LimitRule => {
  if (!r.names.role.has(role)) unknown(r, "role", tree, role, undefined, "role", tree.named)
  const compensate = get(tree, "compensate")
  const discount = get(tree, "discount")
  const resources = get(tree, "resources")
  return {
    role,
    ...(compensate === undefined ? {} : { compensate: compensationOf(r, compensate) }),
    ...(discount === undefined ? {} : { discount: isUnlimited(discount) ? null : (basisPointsOf(r, discount) ?? 0) }),
    ...(resources === undefined ? {} : { resources: isUnlimited(resources) ? null : (integerOf(resources) ?? 0) }),
    close: whichOf(r, get(tree, "close"), "level"),
    regrade: whichOf(r, get(tree, "regrade"), "level"),
    waive: whichOf(r, get(tree, "waive"), "gate")
  }
}

const isUnlimited = (tree: Tree): boolean => wordOf(tree) === "unlimited"

const compensationOf = (r: Reading, tree: Tree): NonNullable<LimitRule["compensate"]> => {
  if (isUnlimited(tree)) return { perCase: null }
  if (tree._tag === "Scalar") {
    const perCase = moneyOf(r, tree)
    return perCase === undefined ? {} : { perCase }
  }
  const limit = (key: string): number | null | undefined => {
    const value = get(tree, key)
    return value !== undefined && isUnlimited(value) ? null : moneyOf(r, value)
  }
  const [perCase, perDay, perMonth, perYear] = ["per-case", "per-day", "per-month", "per-year"].map(limit)
  return {
    ...(perCase === undefined ? {} : { perCase }),
    ...(perDay === undefined ? {} : { perDay }),
    ...(perMonth === undefined ? {} : { perMonth }),
    ...(perYear === undefined ? {} : { perYear })
  }
}

const whichOf = (r: Reading, tree: Tree | undefined, sort: Sort & ("level" | "gate")): readonly string[] | "all" => {
  const word = wordOf(tree)
  if (word === "all") return "all"
  if (tree === undefined || word === "none") return []
  return itemsOf(tree).flatMap((item) => known(r, sort, item) ?? [])
}
