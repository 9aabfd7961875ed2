/** Puts what the engine answers into the host's words: events, refusals and acceptances with their policy lines. */
import type { Bundle, Command, Policy, Refusal } from "@hearback/core"
import type { Answer, Engine, StoredCaseEvent } from "@hearback/engine"
import type { LoopEvent, Outcome, Place, Rejection } from "./api.ts"
import * as InForce from "./inForce.ts"
import { type Speaker, sayAccepted, sayEvent, sayReason, sayRefusal } from "./say.ts"
import { placeOf } from "./view.ts"

interface Answers {
  /** `pinned`: the version that the case was read by when it happened. */
  eventOf(pinned: Policy.Policy, stored: StoredCaseEvent, loop?: string): Promise<LoopEvent>
  /** `events`: what has happened since the version that the caller knew. */
  rejectionOf(pinned: Policy.Policy, refusal: Refusal.Refusal, events?: readonly LoopEvent[]): Rejection
  acceptedOf(answer: Answer, verb: Command.Verb): Promise<Outcome>
}

export const answersOf = (
  engine: Engine,
  language: Bundle.Language,
  speaker: (policy: Policy.Policy) => Speaker
): Answers => {
  const eventOf: Answers["eventOf"] = async (pinned, { stored, event }, loop) => {
    const { event: name, at, why, ...body } = event
    const policy = await InForce.asDecided(engine, pinned, event)
    const place = placeOf(policy, why)
    return {
      event: name,
      id: `${stored.stream}/${stored.version}`,
      case: stored.stream.slice(5),
      version: stored.version,
      at: new Date(at),
      recordedAt: new Date(stored.recordedAt),
      actor: stored.actor,
      command: stored.command,
      ...(place === undefined ? {} : { why: place }),
      body: body as Readonly<Record<string, unknown>>,
      message: sayEvent(speaker(policy), event, loop)
    }
  }

  const rejectionOf: Answers["rejectionOf"] = (pinned, refusal, events = []) => {
    const policy = InForce.asOfNow(engine, pinned)
    const messages = {
      "zh-CN": sayRefusal(speaker(policy), refusal, "zh-CN"),
      en: sayRefusal(speaker(policy), refusal, "en")
    }
    const reasons = refusal.reasons.map((one) => {
      const place = placeOf(policy, one.rule)
      return {
        code: one.code,
        message: sayReason(one, language),
        ...(one.rule === undefined ? {} : { rule: one.rule }),
        ...(place === undefined ? {} : { place })
      }
    })
    return {
      code: refusal.reasons[0]?.code ?? "command/unknown",
      message: messages[language],
      messages,
      reasons,
      rules: reasons.flatMap(({ place }): readonly Place[] => (place === undefined ? [] : [place])),
      allowed: refusal.allowed,
      ...(events.length === 0 ? {} : { events })
    }
  }

  const acceptedOf: Answers["acceptedOf"] = async ({ events, policy: pinned, state, version, replayed }, verb) => {
    const policy = InForce.asOfNow(engine, pinned)
    const asked = events.find((one) => one.event.event === "approval-asked")?.event
    const pending = asked?.event === "approval-asked" ? asked.approval : undefined
    return {
      ok: true,
      version,
      events: await Promise.all(events.map((one) => eventOf(pinned, one, state.lifecycle.loop))),
      replayed,
      message: sayAccepted(speaker(policy), verb, events, state),
      ...(pending === undefined
        ? {}
        : {
            pending: {
              approval: pending.id,
              rules: pending.rules.flatMap((rule) => placeOf(policy, rule) ?? []),
              from: pending.from,
              people: [pending.person],
              due: pending.dueAt === null ? null : new Date(pending.dueAt)
            }
          })
    }
  }

  return { eventOf, rejectionOf, acceptedOf }
}
