/**
 * Spot checks: somebody else checks a share of the decisions again. Whether a decision is drawn depends on the `draw`
 * of its command, which contains a secret. Nobody can predict it by choosing a key, and whoever has the secret can
 * prove afterwards that the sample is right. Source: ISO 10002 8.3, 8.5.
 */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Draw } from "../../case/track/Authority.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/messageQueue.ts"
import { isMachine, nameOf } from "../../people/Actor.ts"
import type { Duty } from "../../policy/Bundle.ts"
import { fraction } from "../../value/Hash.ts"
import { defined } from "../../value/Optional.ts"
import { authorityOf } from "../../who/AuthorityInForce.ts"
import * as Who from "../../who/Who.ts"
import { againstJoining } from "./duties.ts"

const path = "authority.spot-check"

/** Returns whether a decision is in the sample of a share. Several decisions of one command are drawn separately. */
export const isDrawn = (number: number, of: Duty, decision: string, share: number): boolean =>
  fraction(JSON.stringify([number, of, decision])) < share

/** Draws a decision for a spot check or does not. Whoever checks it is notified. */
export const draw = (draft: Draft, of: Duty, decision: Pick<Draw, "id" | "by" | "approvedBy">): void => {
  const rule = authorityOf(draft).spotCheck
  if (rule === undefined || !rule.of.includes(of) || isMachine(decision.by)) return
  if (!isDrawn(draft.meta.draw, of, decision.id, rule.share)) return
  const isFree = (id: string): boolean =>
    id !== decision.by && id !== decision.approvedBy && againstJoining(draft, "spot-check", id).length === 0
  const others = draft.meta.gathered.people.filter(({ id }) => isFree(id))
  const [person] = Who.people(draft.policy, draft.state, rule.by, others, draft.now).filter(isFree)
  Drafts.emit(draft, "spot-check-drawn", { ...decision, of, draw: draft.meta.draw, ...defined({ person }) }, path)
  if (person !== undefined)
    tellStaff(draft, "spot-check", [person], { reason: of, values: { "act.by": (v) => v.who(decision.by) } })
}

interface Checking {
  readonly decision?: string
}

const unchecked = ({ state }: Situation): readonly Draw[] =>
  state.authority.draws.filter(({ finding }) => finding === undefined)

const waiting = (situation: Situation, { decision }: Checking): Draw | undefined =>
  decision === undefined ? unchecked(situation)[0] : unchecked(situation).find(({ id }) => id === decision)

/** Returns why there is nothing to check. */
export const againstChecking = (situation: Situation, checking: Checking): readonly RefusalReason[] =>
  waiting(situation, checking) === undefined
    ? [reason("authority/not-drawn", path, { open: unchecked(situation).map(({ id }) => id) })]
    : []

/** Returns why this actor may not check the decision. */
export const mayCheck = (situation: Situation, checking: Checking): readonly RefusalReason[] => {
  const drawn = waiting(situation, checking)
  const { actor } = situation.meta
  const name = nameOf(actor)
  const by = authorityOf(situation).spotCheck?.by ?? []
  const isMeant =
    actor.kind === "person" && (Who.is(situation.policy, situation.state, by, actor) || name === drawn?.person)
  const asked = drawn?.person === undefined ? [] : [drawn.person]
  const isOwn = name === drawn?.by || name === drawn?.approvedBy
  return [
    ...(isMeant ? [] : [reason("authority/none", `${path}.by`, { actor: name, by: [...by, ...asked] })]),
    ...(isOwn ? [reason("authority/own-decision", path, { actor: name })] : []),
    ...againstJoining(situation, "spot-check")
  ]
}

/** Records what a spot check found. Nobody ever checks what they decided or approved themselves. */
export const found = (draft: Draft, command: CommandOf<"spot-check">): readonly RefusalReason[] => {
  const drawn = waiting(draft, command)
  if (drawn === undefined) return againstChecking(draft, command)
  const { actor } = draft.meta
  const why = (command.reason ?? "").trim()
  if (command.finds === "wrong" && why === "") return [reason("reason/missing", path)]
  const said = why === "" ? {} : { reason: why }
  Drafts.emit(draft, "spot-check-found", { id: drawn.id, by: nameOf(actor), finding: command.finds, ...said }, path)
  return []
}
