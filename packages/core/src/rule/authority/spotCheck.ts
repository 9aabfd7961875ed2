/**
 * Spot checks: a share of decisions is looked at again by somebody else. Whether one is drawn follows from the policy's
 * content and the decision's own id: the same record gives the same sample, another case changes nothing about it, and
 * nobody can tell before the decision is made. Source: ISO 10002 8.3, 8.5.
 */

import type { CommandOf } from "../../case/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Draw } from "../../case/track/Authority.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import { isMachine, nameOf } from "../../people/Actor.ts"
import type { Duty } from "../../policy/Bundle.ts"
import { fraction } from "../../value/Hash.ts"
import * as Who from "../../who/Who.ts"
import { againstJoining } from "./duties.ts"
import { authorityOf, versionOf } from "./inForce.ts"

const path = "authority.spot-check"

/** Returns whether a decision is in the sample of a share, by the content hash of the policy in force. */
export const isDrawn = (content: string, caseId: string, decision: string, share: number): boolean =>
  fraction(JSON.stringify([content, caseId, decision])) < share

/** Draws a decision, or does not; who checks it hears of it. */
export const draw = (d: Draft, of: Duty, decision: Pick<Draw, "id" | "by" | "approvedBy">): void => {
  const rule = authorityOf(d).spotCheck
  if (rule === undefined || !rule.of.includes(of) || isMachine(decision.by)) return
  if (!isDrawn(versionOf(d), d.state.id, decision.id, rule.share)) return
  const isFree = (id: string): boolean =>
    id !== decision.by && id !== decision.approvedBy && againstJoining(d, "spot-check", id).length === 0
  const others = d.meta.gathered.people.filter(({ id }) => isFree(id))
  const [person] = Who.people(d.policy, d.state, rule.by, others, d.now).filter(isFree)
  Drafts.emit(d, "spot-check-drawn", { ...decision, of, ...(person === undefined ? {} : { person }) }, path)
  if (person !== undefined) tellStaff(d, "spot-check", [person], { reason: of })
}

/** Records what a spot check found. Nobody checks what they decided or approved themselves: law, not setting. */
export const found = (d: Draft, c: CommandOf<"spot-check">): readonly Reason[] => {
  const open = d.state.authority.draws.filter((one) => one.finding === undefined)
  const drawn = c.decision === undefined ? open[0] : open.find((one) => one.id === c.decision)
  if (drawn === undefined) return [reason("authority/not-drawn", path, { open: open.map((one) => one.id) })]
  const { actor } = d.meta
  const by = authorityOf(d).spotCheck?.by ?? []
  const reasons: Reason[] = []
  if (actor.kind !== "person" || !(Who.is(d.policy, d.state, by, actor) || nameOf(actor) === drawn.person))
    reasons.push(reason("authority/none", `${path}.by`, { actor: nameOf(actor) }))
  if (nameOf(actor) === drawn.by || nameOf(actor) === drawn.approvedBy)
    reasons.push(reason("authority/own-decision", path, { actor: nameOf(actor) }))
  reasons.push(...againstJoining(d, "spot-check"))
  const why = (c.reason ?? "").trim()
  if (c.finds === "wrong" && why === "") reasons.push(reason("reason/missing", path))
  if (reasons.length > 0) return reasons
  const said = why === "" ? {} : { reason: why }
  Drafts.emit(d, "spot-check-found", { id: drawn.id, by: nameOf(actor), finding: c.finds, ...said }, path)
  return []
}
