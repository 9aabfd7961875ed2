/** A case as a desk shows it: gates, clocks, grades with the lines of the policy, and what the actor could do now. */
import type { Actor, Bundle, Policy } from "@hearback/core"
import { Allowed, Case, Clock, Gate } from "@hearback/core"
import type { CaseRow as StoredRow } from "@hearback/engine"
import type { CaseRow, CaseView, ClockView, GateView, Place } from "./api.ts"
import { toldOf } from "./told.ts"

/** Where a rule stands: its own place, else the nearest part of its path that has one. */
export const placeOf = (policy: Policy.Policy, rule: string | undefined): Place | undefined => {
  for (
    let path = rule;
    path !== undefined && path !== "";
    path = path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : undefined
  ) {
    const place = policy.bundle.places[path]
    if (place !== undefined) return { file: place.file, line: place.line, column: place.column, rule: rule ?? path }
  }
  return undefined
}

const dated = (at: number | null | undefined): Date | undefined =>
  at === undefined || at === null ? undefined : new Date(at)

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }

const text = (policy: Policy.Policy, title: Bundle.Text | undefined, fallback: string): string =>
  title?.[policy.bundle.language] ?? Object.values(title ?? {})[0] ?? fallback

const gates = (policy: Policy.Policy, c: Case.Case): readonly GateView[] =>
  (policy.loops.get(c.lifecycle.loop ?? "")?.rule.gates ?? []).map((rule) => {
    const state = Gate.at(c.gates, rule.name)
    return {
      name: rule.name,
      title: text(policy, rule.title, rule.name),
      kind: rule.kind,
      side: rule.side,
      state: state.status,
      reopened: state.reopened,
      shown: state.evidence !== undefined,
      signatures: state.signatures,
      rounds: state.rounds,
      actions: state.actions.map(({ what, owner, due, doneAt }) => ({
        what,
        ...optional("owner", owner),
        ...optional("due", due),
        ...optional("doneAt", dated(doneAt))
      })),
      ...optional("openedAt", dated(state.openedAt)),
      ...optional("by", state.by),
      ...optional("at", dated(state.settledAt)),
      ...optional("place", placeOf(policy, rule.path))
    }
  })

/** Returns the clock that goes by a name: the waits of a gate go by the gate's, the part of a department by its. */
export const clockOf = ({ clocks }: Case.Case, name: string): Clock.Clock | undefined =>
  clocks[name] ?? clocks[`observe:${name}`] ?? clocks[`silence:${name}`] ?? clocks[`part:${name}`]

const clocks = (policy: Policy.Policy, c: Case.Case, isShown: (clock: Clock.Clock) => boolean): readonly ClockView[] =>
  Object.values(c.clocks)
    .filter(isShown)
    .map((clock) => {
      const breach = clock.breaches.at(-1)
      return {
        name: clock.name,
        state: Clock.stateOf(clock),
        promise: policy.loops.get(c.lifecycle.loop ?? "")?.clocks.get(clock.name)?.promise ?? false,
        startedAt: new Date(clock.startedAt),
        dueAt: clock.dueAt === null ? null : new Date(clock.dueAt),
        provisional: clock.provisional,
        ...optional(
          "missed",
          breach === undefined
            ? undefined
            : { dueAt: new Date(breach.dueAt), cause: breach.cause, refuted: breach.refuted }
        ),
        ...optional("place", placeOf(policy, clock.rule))
      }
    })

const offerOf = (c: Case.Case): CaseView["offer"] => {
  const { offer } = c.ownership
  if (offer === undefined) return undefined
  const due = c.clocks[`handover:${offer.id}`]?.dueAt ?? null
  return { from: offer.from, to: offer.to, reason: offer.reason, due: due === null ? null : new Date(due) }
}

/** Returns what was given on a case with one power, in its units. */
export const givenBy = ({ authority }: Case.Case, power: "compensate" | "discount" | "grant"): number =>
  authority.grants.reduce((sum, grant) => (grant.power === power ? sum + grant.amount : sum), 0)

const parkedOf = (policy: Policy.Policy, c: Case.Case): CaseView["parked"] => {
  const { parked } = c.lifecycle
  if (parked === undefined) return undefined
  return { at: new Date(parked.at), cause: parked.cause, ...optional("place", placeOf(policy, parked.rule)) }
}

export const viewOf = (policy: Policy.Policy, c: Case.Case, actor: Actor.Actor): CaseView => {
  const { feedback, conversation, relations, lifecycle } = c
  const understanding = feedback.understanding
  return {
    id: c.id,
    version: c.version,
    policy: { id: c.policy?.id ?? policy.bundle.id, content: c.policy?.content ?? policy.bundle.content },
    state: Case.standing(c),
    ...optional("outcome", lifecycle.customerLoop?.outcome),
    ...optional("loop", lifecycle.loop),
    ...optional("kind", understanding?.kind),
    ...optional("category", understanding?.category),
    ...optional("emotion", understanding?.emotion),
    ...optional("review", feedback.review),
    grades: Object.fromEntries(
      Object.entries(c.grades).map(([dimension, grade]) => [
        dimension,
        {
          level: grade.level,
          ...optional("place", placeOf(policy, grade.rule)),
          ...optional(
            "lifted",
            grade.lifted === undefined
              ? undefined
              : { from: grade.lifted.from, ...optional("place", placeOf(policy, grade.lifted.rule)) }
          ),
          ...optional("by", grade.by)
        }
      ])
    ),
    owner: c.ownership.owner,
    ...optional("department", c.ownership.department),
    ...optional("customer", feedback.receipt?.customer),
    ...optional("channel", feedback.receipt?.channel),
    ...optional("verbatim", feedback.receipt?.verbatim),
    receivedAt: new Date(feedback.receipt?.receivedAt ?? 0),
    facts: feedback.facts,
    gates: gates(policy, c),
    clocks: clocks(policy, c, ({ timer }) => timer === undefined),
    waits: clocks(policy, c, (clock) => clock.timer !== undefined && Clock.live(clock)),
    approvals: c.authority.approvals.map((approval) => ({
      id: approval.id,
      asked: approval.command.do,
      amount: approval.amount,
      by: approval.by,
      from: approval.from,
      person: approval.person,
      due: approval.dueAt === null ? null : new Date(approval.dueAt),
      rules: approval.rules.flatMap((rule) => placeOf(policy, rule) ?? [])
    })),
    compensated: givenBy(c, "compensate") / 10 ** (policy.bundle.currency?.digits ?? 2),
    discounted: givenBy(c, "discount") / 100,
    granted: givenBy(c, "grant"),
    ...optional("offer", offerOf(c)),
    team: [...new Set([...(c.ownership.team ?? []), ...c.ownership.collaborators])],
    parts: Object.entries(c.ownership.parts).map(([department, part]) => ({
      department,
      ...optional("contact", part.contact),
      due: part.dueAt === null ? null : new Date(part.dueAt),
      ...optional("answered", dated(part.answeredAt))
    })),
    handovers: c.ownership.hops,
    reopened: lifecycle.reopened,
    links: relations.links,
    channels: conversation.channels,
    contacts: feedback.contacts,
    ...optional("mergedInto", relations.mergedInto),
    ...optional(
      "candidates",
      understanding?.candidates?.map(({ category, hits }) => ({ category, words: hits.map(({ word }) => word) }))
    ),
    ...toldOf(c),
    ...optional("problem", relations.problem),
    ...optional("keptUntil", dated(Case.keptUntil(c))),
    ...optional("erasedAt", dated(c.record.erasedAt)),
    ...optional("parked", parkedOf(policy, c)),
    allowed: Allowed.allowed(policy, c, actor)
  }
}

export const rowView = (row: StoredRow): CaseRow => ({
  id: row.id,
  kind: row.kind,
  ...optional("category", row.category === "" ? undefined : row.category),
  grades: row.grades,
  owner: row.owner,
  ...optional("customer", row.customer),
  channel: row.channel,
  state: row.state,
  ...optional("outcome", row.outcome),
  receivedAt: new Date(row.receivedAt),
  dueAt: row.dueAt === null ? null : new Date(row.dueAt),
  promiseAt: row.promiseAt === null ? null : new Date(row.promiseAt),
  updatedAt: new Date(row.updatedAt),
  ...optional("review", row.review)
})
