/** Reads authority: the limits of each role, lowest first, and whom it asks beyond them. */
import { defined } from "@hearback/core"
import type { AuthorityRule, Duty, LimitRule } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { amountOf, basisPointsOf, shareOf } from "../Amount.ts"
import { lengthOf } from "../Length.ts"
import type { DeclaredSort } from "../Names.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"

/** Acts that separation of duties can keep apart on one case, and that can be spot-checked. */
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

/** Reads the section `authority`. */
export const authorityOf = (reading: Reading): AuthorityRule => {
  const tree = get(reading.root, "authority")
  const approval = get(tree, "approval")
  return {
    limits: entriesOf(get(tree, "limits")).map(([role, limit]) => limitOf(reading, role, limit)),
    approval: {
      within: lengthOf(reading, get(approval, "within")) ?? { _tag: "Working", ms: 4 * 3_600_000 },
      unanswered: wordOf(get(approval, "unanswered")) === "denied" ? "denied" : "next-higher"
    },
    apart: dutiesOf(reading, get(tree, "apart")),
    ...publishOf(reading, get(tree, "publish")),
    ...defined({
      move: governOf(reading, get(tree, "move"), "move"),
      erase: governOf(reading, get(tree, "erase"), "erase")
    }),
    ...spotCheckOf(reading, get(tree, "spot-check"))
  }
}

const publishOf = (reading: Reading, tree: Tree | undefined): Pick<AuthorityRule, "publish"> => {
  const publish = governOf(reading, tree, "publish")
  return publish === undefined ? {} : { publish: { ...publish, signOff: rolesIn(reading, get(tree, "sign-off")) } }
}

/** Reads roles only. A limit belongs to no single case, so words such as owner or department have no meaning here. */
const governOf = (
  reading: Reading,
  tree: Tree | undefined,
  act: "publish" | "move" | "erase"
): { readonly by: readonly string[] } | undefined => {
  if (tree === undefined) return undefined
  const by = rolesIn(reading, get(tree, "by"), act === "erase" ? "customer" : undefined)
  if (by.length === 0 && !reading.isFaulty(tree.path))
    reading.say("authority/nobody-may", tree, { act }, { span: tree.named })
  return { by }
}

const rolesIn = (reading: Reading, tree: Tree | undefined, also?: "customer"): readonly string[] =>
  itemsOf(tree).flatMap((item) =>
    also !== undefined && wordOf(item) === also ? also : (known(reading, "role", item) ?? [])
  )

const dutiesOf = (reading: Reading, tree: Tree | undefined): readonly Duty[] =>
  itemsOf(tree).flatMap((item) => {
    const word = wordOf(item)
    const duty = duties.find((each) => each === word)
    if (word !== undefined && duty === undefined) unknown(reading, "role", item, word, duties, "duty")
    return duty ?? []
  })

const spotCheckOf = (reading: Reading, tree: Tree | undefined): Pick<AuthorityRule, "spotCheck"> => {
  if (tree === undefined) return {}
  const share = shareOf(reading, get(tree, "share"))
  const spotCheck = { share: share ?? 0, of: dutiesOf(reading, get(tree, "of")), by: whoOf(reading, get(tree, "by")) }
  if (!reading.isFaulty(tree.path) && (spotCheck.share === 0 || spotCheck.of.length === 0 || spotCheck.by.length === 0))
    reading.say("authority/no-spot-check", tree, {}, { span: tree.named })
  return { spotCheck }
}

const limitOf = (reading: Reading, role: string, tree: Tree): LimitRule => {
  if (!reading.names.role.has(role)) unknown(reading, "role", tree, role, undefined, "role", tree.named)
  const compensate = get(tree, "compensate")
  const discount = get(tree, "discount")
  const resources = get(tree, "resources")
  return defined({
    role,
    compensate: compensate && compensationOf(reading, compensate),
    discount:
      discount === undefined ? undefined : isUnlimited(discount) ? null : (basisPointsOf(reading, discount) ?? 0),
    resources: resources === undefined ? undefined : isUnlimited(resources) ? null : (integerOf(resources) ?? 0),
    close: whichOf(reading, get(tree, "close"), "level"),
    regrade: whichOf(reading, get(tree, "regrade"), "level"),
    waive: whichOf(reading, get(tree, "waive"), "gate")
  })
}

const isUnlimited = (tree: Tree): boolean => wordOf(tree) === "unlimited"

const compensationOf = (reading: Reading, tree: Tree): NonNullable<LimitRule["compensate"]> => {
  if (isUnlimited(tree)) return { perCase: null }
  if (tree._tag === "Scalar") {
    return defined({ perCase: amountOf(reading, tree) })
  }
  const limit = (key: string): number | null | undefined => {
    const value = get(tree, key)
    return value !== undefined && isUnlimited(value) ? null : amountOf(reading, value)
  }
  const [perCase, perDay, perMonth, perYear] = ["per-case", "per-day", "per-month", "per-year"].map(limit)
  return defined({ perCase, perDay, perMonth, perYear })
}

const whichOf = (
  reading: Reading,
  tree: Tree | undefined,
  sort: DeclaredSort & ("level" | "gate")
): readonly string[] | "all" => {
  const word = wordOf(tree)
  if (word === "all") return "all"
  if (tree === undefined || word === "none") return []
  return itemsOf(tree).flatMap((item) => known(reading, sort, item) ?? [])
}
