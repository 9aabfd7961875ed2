/** Collects the places of a policy that name roles. Each has the people of whom one, or each, is needed there. */
import type { UnhashedBundle } from "../bundle/Hash.ts"
import { who } from "../vocabulary/Vocabulary.ts"

/** A place that names roles. `need` says whether one of them is enough or each is needed. */
export interface Mention {
  /** Its policy path; a default can be written further up. */
  readonly path: string
  readonly who: readonly string[]
  readonly needs: "one" | "each"
}

const one = (path: string, named: readonly string[] | undefined): Mention => ({ path, who: named ?? [], needs: "one" })
const each = (path: string, named: readonly string[] | undefined): Mention => ({
  path,
  who: named ?? [],
  needs: "each"
})

/** Returns every place of a policy that names roles or words for people. */
export const mentionsOf = (policy: UnhashedBundle): readonly Mention[] => {
  const { ownership, dictionary, authority } = policy
  return [
    each("ownership.first-owner", ownership.firstOwner),
    each("ownership.handover.arbiter", [ownership.handover.arbiter]),
    each("ownership.absent", ownership.absent),
    each("ownership.recuse.to", ownership.recuse?.to),
    each("ownership.on-call.to", ownership.onCall?.to),
    each("ownership.team.members", ownership.team?.members),
    one("ownership.team.overdue", ownership.team?.overdue),
    each("dictionary.review-by", dictionary.reviewBy === undefined ? [] : [dictionary.reviewBy]),
    ...authority.limits.map(({ role }) => each(`authority.limits.${role}`, [role])),
    one("authority.spot-check.by", authority.spotCheck?.by),
    one("authority.publish.by", authority.publish?.by),
    one("authority.publish.sign-off", authority.publish?.signOff),
    one("authority.move.by", authority.move?.by),
    one("authority.erase.by", authority.erase?.by),
    ...policy.endings.map(({ path, by }) => one(`${path}.by`, by)),
    ...(policy.alarms ?? []).map(({ path, notify }) => one(`${path}.notify`, notify)),
    ...Object.entries(policy.channels).flatMap(([name, { owner, invite }]) => [
      one(`channels.${name}.owner`, owner),
      each(`channels.${name}.invite`, invite)
    ]),
    ...Object.entries(policy.sending?.redact ?? {}).map(([kind, readers]) => one(`sending.redact.${kind}`, readers)),
    ...Object.entries(policy.departments).flatMap(([name, { contact, head }]) => [
      one(`departments.${name}.contact`, contact),
      one(`departments.${name}.head`, head)
    ]),
    ...policy.loops.flatMap(({ gates }) =>
      gates.flatMap(({ path, by, signOff, notify, arbiter, orExplain }) => [
        one(`${path}.by`, by),
        each(`${path}.sign-off`, signOff),
        one(`${path}.notify`, notify),
        each(`${path}.arbiter`, arbiter === undefined ? [] : [arbiter]),
        one(`${path}.or-explain.by`, orExplain?.by),
        each(`${path}.or-explain.sign-off`, orExplain?.signOff)
      ])
    ),
    ...policy.clocks.flatMap(({ escalate, extend }) => [
      ...escalate.map(({ rule, notify }) => one(`${rule}.notify`, notify)),
      ...(extend?.rule === undefined ? [] : [one(extend.rule, extend.approve)])
    ])
  ]
}

const words: ReadonlySet<string> = new Set(Object.keys(who))

/** Returns the roles that are needed and that nobody has, each with the places that need it. */
export const unfilled = (policy: UnhashedBundle, held: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> => {
  const missing = new Map<string, string[]>()
  for (const { path, who: named, needs } of mentionsOf(policy)) {
    // A word for a person always means somebody, regardless of roles.
    const isFilled = named.some((each) => words.has(each) || held.has(each))
    if (needs === "one" && isFilled) continue
    for (const role of named)
      if (!words.has(role) && !held.has(role) && Object.hasOwn(policy.roles, role)) {
        const places = missing.get(role) ?? []
        if (!places.includes(path)) places.push(path)
        missing.set(role, places)
      }
  }
  return missing
}
