/**
 * Routines: a case opens by itself in every period of a channel's frequency, for example for a review. The key of its
 * arrival names channel and period, so several processes, or one that starts again, open one case. It is linked to the
 * case of the period before and says what is still open there.
 */
import { Actor, type Bundle, type Case, Frequency, inLanguage, Routine, Text } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { isEngineError } from "../context/EngineError.ts"
import type { Cases } from "../decide/Cases.ts"
import { arrivalId } from "../intake/ArrivalRecord.ts"
import type { Intake } from "../intake/Intake.ts"
import * as MetaKey from "../name/MetaKey.ts"

/** Opens the cases of routines. */
export interface Routines {
  /** Opens a case for every routine whose next period has begun. */
  round(): Promise<void>
  /** Returns when the next routine at a time of the day is due; null if none is.  Units: ms since 1970. */
  nextAt(): number | null
}

/** The number of earlier cases in which open work is looked for. */
const mostEarlier = 24

/** Makes the routines of an engine. */
export const makeRoutines = (context: EngineContext, cases: Cases, intake: Intake): Routines => {
  const { store, tenant } = context
  const keyOf = (channel: string, period: string): string => `routine:${channel}:${period}`

  const caseOf = async (channel: string, period: string): Promise<string | undefined> =>
    (await store.intake(tenant, { key: arrivalId(keyOf(channel, period)), limit: 1 })).items[0]?.caseId

  /** Returns a case of a routine and those before it, the latest first. Each is linked to the one before. */
  const earlierFrom = async (id: string, channel: string): Promise<readonly Case.Case[]> => {
    const found = new Map<string, Case.Case>()
    const next = [id]
    for (let one = next.shift(); one !== undefined && found.size < mostEarlier; one = next.shift()) {
      if (found.has(one)) continue
      const { state } = await cases.load(one)
      if (state.feedback.receipt?.channel !== channel) continue
      found.set(one, state)
      next.push(...state.relations.links)
    }
    return [...found.values()]
  }

  const open = async (
    channel: string,
    rule: Bundle.ChannelRule,
    period: string,
    last: string,
    receivedAt = context.clock.now()
  ): Promise<void> => {
    const { language } = context.policies.active.bundle
    const before = await caseOf(channel, last)
    const left =
      before === undefined ? [] : (await earlierFrom(before, channel)).flatMap((one) => openIn(one, language))
    const description = left.length === 0 ? {} : { description: left.join(Text.form(language).semicolon) }
    try {
      await intake.take({
        key: keyOf(channel, period),
        channel,
        actor: Actor.channel(channel),
        receivedAt,
        feedback: { channel, verbatim: inLanguage(rule.question, language, language) ?? channel, ...description },
        ...(before === undefined ? {} : { thread: before })
      })
    } catch (cause) {
      // Another process has opened it, and the open work has changed meanwhile.
      if (!isEngineError(cause) || cause.code !== "key/reused") throw cause
    }
  }

  /** Opens a case for every time since the last one, each at its own instant, however late that is. */
  const openTimes = async (channel: string, rule: Bundle.ChannelRule, every: Bundle.RoutineTimes): Promise<void> => {
    const name = MetaKey.lastRoutine(channel)
    const now = context.clock.now()
    const last = await store.meta(tenant, name)
    // Times before the routine was known here are left out.
    let before = typeof last === "number" ? last : now - 1
    if (typeof last !== "number") await store.setMeta(tenant, name, before)
    for (const at of Routine.times(context.policies.active, every, before, now)) {
      await open(channel, rule, `${at}`, `${before}`, at)
      await store.setMeta(tenant, name, at)
      before = at
    }
  }

  return {
    nextAt: () => Routine.nextOf(context.policies.active, context.clock.now()),
    round: async () => {
      const { bundle, zone } = context.policies.active
      for (const [channel, rule] of Object.entries(bundle.channels)) {
        if (rule.mode === "routine" && rule.every !== undefined) await openTimes(channel, rule, rule.every)
        if (rule.mode !== "routine" || rule.frequency === undefined) continue
        const name = MetaKey.lastRoutine(channel)
        const period = Frequency.periodOf(rule.frequency, context.clock.now(), zone)
        const last = await store.meta(tenant, name)
        if (last === period) continue
        // The period in which this began has no case, as with questions to customers.
        if (typeof last === "string") await open(channel, rule, period, last)
        await store.setMeta(tenant, name, period)
      }
    }
  }
}

/** Returns what was decided and is not done yet, as text for the next case. */
const openIn = ({ id, gates }: Case.Case, language: Bundle.Language): readonly string[] => {
  const { colon, comma } = Text.form(language)
  return Object.values(gates).flatMap(({ actions }) =>
    actions.flatMap(({ what, owner, due, doneAt }) => {
      if (doneAt !== undefined) return []
      const day = due === undefined ? [] : [Text.dateInLetter(due, language)]
      return [`${id}${colon}${[what, ...(owner === undefined ? [] : [owner]), ...day].join(comma)}`]
    })
  )
}
