/**
 * The lifecycle follows the gates: loops that are ready close. A person who settled the last gate needs the authority
 * to close at this grade, else the lowest role that has it is asked; the customer, time and machines need none, and a routine,
 * which is nobody's feedback, takes none.
 */

import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { byPolicy, nameOf, rolesOf } from "../../people/Actor.ts"
import { isRoutine } from "../../policy/Policy.ts"
import { authorityOf, inForce } from "../../who/AuthorityInForce.ts"
import { covers, limitsOf } from "../../who/Limits.ts"
import { againstJoining } from "../authority/duties.ts"
import { draw } from "../authority/spotCheck.ts"
import { closeLoop, finish, isHeld, ready, settledAt, takesAuthority } from "../lifecycle/close.ts"
import { askToClose, withdrawRequest } from "./handle.ts"

const levels = (d: Draft): readonly string[] => Object.values(d.state.grades).map((grade) => grade.level)

export const react = (d: Draft): void => {
  const sides = ready(d)
  if (sides.length === 0) {
    withdrawRequest(d)
    return finish(d)
  }
  closeLoop(
    d,
    sides.filter((side) => !takesAuthority(d, side))
  )
  const shown = sides.filter((side) => takesAuthority(d, side) && !isHeld(d, side))
  if (shown.length === 0) return
  const { limits } = authorityOf(d)
  const limit = limitsOf(inForce(d), rolesOf(d.by))
  const isFree =
    d.by.kind !== "person" ||
    isRoutine(d.policy, d.state.feedback.receipt?.channel) ||
    !limits.some((one) => one.close.length > 0)
  if (isFree) return closeLoop(d)
  if (covers(limit?.close, levels(d)) && againstJoining(d, "close").length === 0) {
    closeLoop(d, undefined, nameOf(d.by))
    return draw(d, "close", { id: `${d.meta.id}:close`, by: nameOf(d.by) })
  }
  const path = limit === undefined ? "authority.limits" : `authority.limits.${limit.role}`
  const rule = limit !== undefined && limit.close.length > 0 ? `${path}.close` : path
  if (askToClose(d, rule, limit)) return
  // Nobody in the directory may close it: it stays open until someone who may asks for it. A machine may have settled
  // a gate at the record of what was reported late: what was denied before that would be asked for again.
  const at = Math.max(d.now, ...shown.map((side) => settledAt(d, side)))
  Drafts.emit(d, "denied", nobody(d), rule, at)
}

const nobody = (d: Draft) => ({ id: `${d.meta.id}:close`, by: byPolicy, asked: "close", reason: "nobody" }) as const
