/** Who answers for a case from the first word on, and how it is handed over. */
import { get, integerOf, type Tree, wordOf } from "../link/Tree.ts"
import type { OwnershipRule } from "../model.ts"
import { lengthOf } from "./Length.ts"
import { known, type Reading, unknown, whoOf } from "./Reading.ts"
import { varyingOf } from "./Varying.ts"

type Department = NonNullable<OwnershipRule["department"]>["values"][number]

/** Reads ownership. */
export const ownershipOf = (r: Reading): OwnershipRule => {
  const tree = get(r.root, "ownership")
  const handover = get(tree, "handover")
  const takeUp = lengthOf(r, get(tree, "take-up"))
  const department = varyingOf(r, get(tree, "department"), (value) => departmentOf(r, value))
  return {
    firstOwner: whoOf(r, get(tree, "first-owner")),
    ...(takeUp === undefined ? {} : { takeUp }),
    handover: {
      acceptWithin: lengthOf(r, get(handover, "accept-within")) ?? { _tag: "Working", ms: 4 * 3_600_000 },
      atMost: integerOf(get(handover, "at-most")) ?? 2,
      arbiter: known(r, "role", get(handover, "arbiter")) ?? "",
      ...(wordOf(get(handover, "outside-department")) === "never" ? { outsideDepartment: "never" as const } : {})
    },
    ...(department === undefined ? {} : { department })
  }
}

const departmentOf = (r: Reading, tree: Tree): Department | undefined => {
  const word = wordOf(tree)
  if (word === "category.department") return r.inputs.slot(word) === undefined ? undefined : { input: word }
  if (word !== undefined && !r.names.department.has(word)) {
    unknown(r, "department", tree, word, [...r.names.department.keys(), "category.department"])
    return undefined
  }
  return word === undefined ? undefined : { department: word }
}
