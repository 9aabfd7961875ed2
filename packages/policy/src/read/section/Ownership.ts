/** Who answers for a case from the first word on, and how it is handed over. */
import { defined } from "@hearback/core"
import type { OwnershipRule } from "../../bundle/Bundle.ts"
import { get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { lengthOf } from "../Length.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { conditionOf } from "../table/Table.ts"
import { varyingOf } from "../table/Varying.ts"

type Department = NonNullable<OwnershipRule["department"]>["values"][number]

/** Reads ownership. */
export const ownershipOf = (r: Reading): OwnershipRule => {
  const tree = get(r.root, "ownership")
  const handover = get(tree, "handover")
  const takeUp = lengthOf(r, get(tree, "take-up"))
  const department = varyingOf(r, get(tree, "department"), (value) => departmentOf(r, value))
  return defined({
    ...ownersOf(r, get(tree, "first-owner")),
    takeUp,
    handover: defined({
      acceptWithin: lengthOf(r, get(handover, "accept-within")) ?? { _tag: "Working", ms: 4 * 3_600_000 },
      atMost: integerOf(get(handover, "at-most")) ?? 2,
      arbiter: known(r, "role", get(handover, "arbiter")) ?? "",
      outsideDepartment: wordOf(get(handover, "outside-department")) === "never" ? "never" : undefined
    }),
    ...awayOf(r, tree),
    department,
    ...teamOf(r, get(tree, "team"))
  })
}

/** Whoever stands behind the queue is never reached. A role of that name is a role. */
const ownersOf = (r: Reading, tree: Tree | undefined): Pick<OwnershipRule, "firstOwner" | "queue"> => {
  const items = itemsOf(tree)
  const at = items.findIndex((item) => wordOf(item) === "queue" && !r.names.role.has("queue"))
  if (at < 0) return { firstOwner: whoOf(r, tree) }
  for (const item of items.slice(at + 1)) r.say("ownership/after-queue", item, { who: wordOf(item) ?? "" })
  return { firstOwner: items.slice(0, at).flatMap((item) => whoOf(r, item)), queue: true }
}

/** Who follows where the owner cannot or must not act. */
const awayOf = (
  r: Reading,
  tree: Tree | undefined
): Pick<OwnershipRule, "absent" | "recuse" | "onCall" | "atMostOpen"> => {
  const absent = get(tree, "absent")
  const [recuse, call] = [get(tree, "recuse"), get(tree, "on-call")]
  const must = conditionOf(r, get(recuse, "when"))
  const when = conditionOf(r, get(call, "when"))
  const handover = lengthOf(r, get(get(tree, "handover"), "accept-within"))
  const acceptWithin = lengthOf(r, get(call, "accept-within")) ?? handover
  const atMostOpen = integerOf(get(tree, "at-most-open"))
  return defined({
    absent: absent && whoOf(r, absent),
    recuse: must && { when: must, to: whoOf(r, get(recuse, "to")) },
    onCall: call && acceptWithin && defined({ when, to: whoOf(r, get(call, "to")), acceptWithin }),
    atMostOpen
  })
}

const teamOf = (r: Reading, tree: Tree | undefined): Pick<OwnershipRule, "team"> => {
  if (tree === undefined) return {}
  const when = conditionOf(r, get(tree, "when"))
  const members = get(tree, "members")
  const answerWithin = lengthOf(r, get(tree, "answer-within"))
  const overdue = get(tree, "overdue")
  return {
    team: defined({
      when,
      members: members === undefined ? ["departments"] : membersOf(r, members),
      answerWithin,
      overdue: overdue === undefined ? ["head"] : whoOf(r, overdue)
    })
  }
}

/** Who-words, roles, and departments by name. */
const membersOf = (r: Reading, tree: Tree): readonly string[] =>
  itemsOf(tree).flatMap((item) => {
    const word = wordOf(item)
    return word !== undefined && r.names.department.has(word) ? [word] : whoOf(r, item)
  })

const departmentOf = (r: Reading, tree: Tree): Department | undefined => {
  const word = wordOf(tree)
  if (word === "category.department") return r.inputs.slot(word) === undefined ? undefined : { input: word }
  if (word !== undefined && !r.names.department.has(word)) {
    unknown(r, "department", tree, word, [...r.names.department.keys(), "category.department"])
    return undefined
  }
  return word === undefined ? undefined : { department: word }
}
