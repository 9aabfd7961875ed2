/** Authority: up to what limit each role may decide, lowest first, and whom it asks beyond. */
import { defined } from "@hearback/core"
import type { AuthorityRule, Duty, LimitRule } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { amountOf, basisPointsOf, shareOf } from "../Amount.ts"
import { lengthOf } from "../Length.ts"
import type { Sort } from "../Names.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"

/** Acts that one person may be kept from joining on one case, and that are spot-checked. */
const duties: readonly Duty[] = [
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
  return {
    limits: entriesOf(get(tree, "limits")).map(([role, limit]) => limitOf(r, role, limit)),
    approval: {
      within: lengthOf(r, get(approval, "within")) ?? { _tag: "Working", ms: 4 * 3_600_000 },
      unanswered: wordOf(get(approval, "unanswered")) === "denied" ? "denied" : "next-higher"
    },
    apart: dutiesOf(r, get(tree, "apart")),
    ...publishOf(r, get(tree, "publish")),
    ...defined({
      move: governOf(r, get(tree, "move"), "move"),
      erase: governOf(r, get(tree, "erase"), "erase")
    }),
    ...spotCheckOf(r, get(tree, "spot-check"))
  }
}

const publishOf = (r: Reading, tree: Tree | undefined): Pick<AuthorityRule, "publish"> => {
  const publish = governOf(r, tree, "publish")
  return publish === undefined ? {} : { publish: { ...publish, signOff: rolesIn(r, get(tree, "sign-off")) } }
}

/** Who may do what belongs to no single case, so neither an owner nor a department may be meant: roles alone. */
const governOf = (
  r: Reading,
  tree: Tree | undefined,
  act: "publish" | "move" | "erase"
): { readonly by: readonly string[] } | undefined => {
  if (tree === undefined) return undefined
  const by = rolesIn(r, get(tree, "by"), act === "erase" ? "customer" : undefined)
  if (by.length === 0 && !r.isFaulty(tree.path)) r.say("authority/nobody-may", tree, { act }, { span: tree.named })
  return { by }
}

const rolesIn = (r: Reading, tree: Tree | undefined, also?: "customer"): readonly string[] =>
  itemsOf(tree).flatMap((item) => (also !== undefined && wordOf(item) === also ? also : (known(r, "role", item) ?? [])))

const dutiesOf = (r: Reading, tree: Tree | undefined): readonly Duty[] =>
  itemsOf(tree).flatMap((item) => {
    const word = wordOf(item)
    const duty = duties.find((each) => each === word)
    if (word !== undefined && duty === undefined) unknown(r, "role", item, word, duties, "duty")
    return duty ?? []
  })

const spotCheckOf = (r: Reading, tree: Tree | undefined): Pick<AuthorityRule, "spotCheck"> => {
  if (tree === undefined) return {}
  const share = shareOf(r, get(tree, "share"))
  const spotCheck = { share: share ?? 0, of: dutiesOf(r, get(tree, "of")), by: whoOf(r, get(tree, "by")) }
  if (!r.isFaulty(tree.path) && (spotCheck.share === 0 || spotCheck.of.length === 0 || spotCheck.by.length === 0))
    r.say("authority/no-spot-check", tree, {}, { span: tree.named })
  return { spotCheck }
}

const limitOf = (r: Reading, role: string, tree: Tree): LimitRule => {
  if (!r.names.role.has(role)) unknown(r, "role", tree, role, undefined, "role", tree.named)
  const compensate = get(tree, "compensate")
  const discount = get(tree, "discount")
  const resources = get(tree, "resources")
  return defined({
    role,
    compensate: compensate && compensationOf(r, compensate),
    discount: discount === undefined ? undefined : isUnlimited(discount) ? null : (basisPointsOf(r, discount) ?? 0),
    resources: resources === undefined ? undefined : isUnlimited(resources) ? null : (integerOf(resources) ?? 0),
    close: whichOf(r, get(tree, "close"), "level"),
    regrade: whichOf(r, get(tree, "regrade"), "level"),
    waive: whichOf(r, get(tree, "waive"), "gate")
  })
}

const isUnlimited = (tree: Tree): boolean => wordOf(tree) === "unlimited"

const compensationOf = (r: Reading, tree: Tree): NonNullable<LimitRule["compensate"]> => {
  if (isUnlimited(tree)) return { perCase: null }
  if (tree._tag === "Scalar") {
    return defined({ perCase: amountOf(r, tree) })
  }
  const limit = (key: string): number | null | undefined => {
    const value = get(tree, key)
    return value !== undefined && isUnlimited(value) ? null : amountOf(r, value)
  }
  const [perCase, perDay, perMonth, perYear] = ["per-case", "per-day", "per-month", "per-year"].map(limit)
  return defined({ perCase, perDay, perMonth, perYear })
}

const whichOf = (r: Reading, tree: Tree | undefined, sort: Sort & ("level" | "gate")): readonly string[] | "all" => {
  const word = wordOf(tree)
  if (word === "all") return "all"
  if (tree === undefined || word === "none") return []
  return itemsOf(tree).flatMap((item) => known(r, sort, item) ?? [])
}
