import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { byPolicy, nameOf, rolesOf } from "../../people/Actor.ts"
import { isRoutine } from "../../policy/Policy.ts"
import { authorityOf, inForce } from "../../who/AuthorityInForce.ts"
import { covers, limitsOf } from "../../who/Limits.ts"
import { againstJoining } from "../authority/duties.ts"
import { draw } from "../authority/spotCheck.ts"
import { closeLoop, finish, isHeld, ready, settledAt, takesAuthority } from "../lifecycle/closure.ts"
import { askToClose, withdrawRequest } from "./requests.ts"

const levels = (draft: Draft): readonly string[] => Object.values(draft.state.grades).map((grade) => grade.level)

/**
 * Closes the loops whose gates are all settled. A person who settled the last gate needs the authority to close at this
 * grade; otherwise the lowest role that has it is asked. Customers, time and machines need no authority, and a routine,
 * which is nobody's feedback, needs none.
 */
export const react = (draft: Draft): void => {
  const sides = ready(draft)
  if (sides.length === 0) {
    withdrawRequest(draft)
    return finish(draft)
  }
  closeLoop(
    draft,
    sides.filter((side) => !takesAuthority(draft, side))
  )
  const shown = sides.filter((side) => takesAuthority(draft, side) && !isHeld(draft, side))
  if (shown.length === 0) return
  const { limits } = authorityOf(draft)
  const limit = limitsOf(inForce(draft), rolesOf(draft.by))
  const isFree =
    draft.by.kind !== "person" ||
    isRoutine(draft.policy, draft.state.feedback.receipt?.channel) ||
    !limits.some((one) => one.close.length > 0)
  if (isFree) return closeLoop(draft)
  if (covers(limit?.close, levels(draft)) && againstJoining(draft, "close").length === 0) {
    closeLoop(draft, undefined, nameOf(draft.by))
    return draw(draft, "close", { id: `${draft.meta.id}:close`, by: nameOf(draft.by) })
  }
  const path = limit === undefined ? "authority.limits" : `authority.limits.${limit.role}`
  const rule = limit !== undefined && limit.close.length > 0 ? `${path}.close` : path
  if (askToClose(draft, rule, limit)) return
  // If nobody may close the loop, it stays open until somebody who may asks for it. The denial is not dated before the
  // last settling, which a machine may have done when a late report was recorded; else the closing would be asked for
  // again.
  const at = Math.max(draft.now, ...shown.map((side) => settledAt(draft, side)))
  Drafts.emit(draft, "denied", nobody(draft), rule, at)
}

const nobody = (draft: Draft) =>
  ({ id: `${draft.meta.id}:close`, by: byPolicy, asked: "close", reason: "nobody" }) as const
