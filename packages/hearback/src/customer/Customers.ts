/** Methods about customers rather than cases: events of the host, consents, surveys, erasure, and forms. */

import { randomUUID } from "node:crypto"
import {
  type AnyNames,
  type Bundle,
  type Case,
  defined,
  type PolicyNames,
  type Refusal,
  type Submission
} from "@hearback/core"
import type { LeftIn } from "@hearback/engine"
import type { Outcome } from "../answer/Outcome.ts"
import { type Rejection, rejectionOf } from "../answer/Rejection.ts"
import { checkActor, type GoverningReference, governor } from "../call/Actor.ts"
import type { Call, Session } from "../call/Call.ts"
import { dateOrNull } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import type { Desk } from "../desk/Desk.ts"
import { type FormView, formOf } from "./Form.ts"

/** The consents of a customer, whether they refuse questions, and which questions were sent to them. */
export interface CustomerView {
  readonly id: string
  /** Until when each consent holds; null if it has no end. */
  readonly consents: Readonly<Record<string, Date | null>>
  readonly refusesQuestions: boolean
  /** The surveys that were sent: on which channel, when, and about which case. */
  readonly questions: readonly { readonly channel: string; readonly at: Date; readonly case?: string }[]
}

/** The result of an erasure: which cases it reached and where copies may remain, or why it was refused. */
export type Erased =
  | {
      readonly erased: true
      readonly cases: readonly string[]
      /**
       * Where something of the customer may be left: an old copy of their key, since another process is reading the file
       * of the keys, or what a channel could not remove: erase again once they can. Of keys in a database a copy is left in
       * its log and backups until these are gone.
       */
      readonly leftIn?: readonly LeftIn[]
      /**
       * Cases, arrivals (`q-…`) and consents (`asked/…`) that cannot be read. What of them is the customer's is gone as
       * well, and the erasure does not stand on them. Of an arrival that does not open at all nobody knows whose it is:
       * once the record is mended, erase again.
       */
      readonly unreadable?: readonly string[]
      /**
       * Nothing was known of that id: no case, no arrival, no consent, nothing sealed under it, no record of the host's.
       * Then nothing was erased, and another id was probably meant. An arrival that does not open may still be theirs
       * (`unreadable`).
       */
      readonly nothingKnown?: true
    }
  | {
      readonly erased: false
      readonly kept: readonly {
        readonly id: string
        readonly state: Case.Standing | "quarantined"
        /** When it need not be kept any longer; null where that is not known yet, or never. */
        readonly until: Date | null
      }[]
      /** Whoever asked may not; then nothing was looked for that is kept. */
      readonly rejection?: Rejection
    }

/** Calls about a customer instead of one case: consents, events of the host, erasure, forms. */
export interface Customers<N extends PolicyNames = AnyNames> {
  /**
   * Reports an event of the host that the policy declares in `events`. About a case, it may start clocks, reopen the
   * case or send a question. About a customer, it makes channels with that `ask-after` ask them.
   */
  signal(
    event: N["hostEvent"],
    about: { readonly case: string } | { readonly customer: string },
    call?: Call
  ): Promise<Outcome<N>>
  /**
   * `get` reads what a customer agreed to. `set` records that they give or withdraw consents, or refuse questions.
   * `erase` makes their personal data unreadable for good; without `evenIfKept` it is refused while a case is open, has
   * to be kept or is in quarantine.
   */
  readonly customers: {
    get(id: string): Promise<CustomerView>
    /** Customers may withdraw what they agreed to, and refuse questions, never answers. */
    set(
      id: string,
      wish: {
        readonly give?: readonly N["consent"][]
        readonly withdraw?: readonly N["consent"][]
        readonly questions?: "refused" | "welcome"
      },
      call?: Call
    ): Promise<Outcome<N>>
    /**
     * Makes what is personal of a customer unreadable for good, in every copy, in the name of somebody who may by the
     * policy in force (`authority.erase`); the record stays whole, with who and why. Refused, with what stands against
     * it, while a case is open, to be kept by `retention`, or in quarantine, unless `evenIfKept`. `{ customer }` as `by`:
     * they ask for their own erasure, where the policy lets them, and never of what is still kept. It does not wait for
     * records that cannot be read.
     */
    erase(
      id: string,
      order: { readonly by: GoverningReference; readonly reason: string; readonly evenIfKept?: boolean },
      call?: Call
    ): Promise<Erased>
  }
  /**
   * Returns the form of a channel, in the reader's language; undefined if the policy has no such channel. `answers`:
   * the answers to its survey so far, which decide the next questions.
   */
  form(channel: N["channel"], language?: Bundle.Language, answers?: Submission.Facts): FormView | undefined
}

const wishFields: Shape.ArgumentFields = {
  give: Shape.listOf(Shape.name),
  withdraw: Shape.listOf(Shape.name),
  questions: Shape.oneOf(["refused", "welcome"])
}

const orderFields: Shape.ArgumentFields = { by: Shape.anything, reason: Shape.text, evenIfKept: Shape.flag }

/** Makes the methods about customers. `execute` gives a command on a case, as the host itself. */
export const customersOf = (session: Session, execute: Desk["execute"]): Customers => {
  const { engine } = session
  const outcomeOf = (asked: string, reasons: readonly Refusal.RefusalReason[]): Outcome => {
    if (reasons.length === 0) return { ok: true, version: 0, events: [], replayed: false, message: "" }
    const refusal = { asked, reasons, allowed: [], onFile: false }
    return { ok: false, rejection: rejectionOf(session, engine.policies.active, refusal) }
  }
  return {
    signal: async (event, about, call = {}) => {
      session.begin(call)
      Shape.check("signal", call, Shape.call)
      Shape.check("about", about, { case: Shape.name, customer: Shape.name })
      if ("case" in about) return execute(about.case, { do: "event", name: event }, call)
      const { key = randomUUID() } = call
      return outcomeOf("event", await engine.surveys.signal(event, about.customer, `event:${key}`, call.signal))
    },
    customers: {
      get: async (id) => {
        session.begin()
        checkActor({ customer: id })
        const { consents, refuses, questions } = await engine.surveys.load(id)
        return {
          id,
          consents: Object.fromEntries(Object.entries(consents).map(([name, until]) => [name, dateOrNull(until)])),
          refusesQuestions: refuses,
          questions: questions.map((question) =>
            defined({ channel: question.channel, at: new Date(question.at), case: question.case })
          )
        }
      },
      set: async (id, wish, call = {}) => {
        session.begin(call)
        Shape.check("customers.set", call, Shape.call)
        checkActor({ customer: id })
        Shape.check("wish", wish, wishFields)
        const { key = randomUUID() } = call
        return outcomeOf(
          "consent",
          await engine.surveys.execute(id, { do: "consent", ...wish }, `consent:${key}`, call.signal)
        )
      },
      erase: async (id, order, call = {}) => {
        session.begin(call)
        Shape.check("customers.erase", call, Shape.call)
        checkActor({ customer: id })
        Shape.check("order", order, orderFields)
        Shape.required("order", order, ["reason"])
        const { reason, evenIfKept = false } = order
        const { key = randomUUID() } = call
        const by = await governor(engine, order.by)
        const answer = await engine.erasure.erase(id, { by, reason, evenIfKept, key: `erase:${key}` })
        if ("refusal" in answer) {
          const refusal = { asked: "erase", reasons: answer.refusal, allowed: [], onFile: false }
          return { erased: false, kept: [], rejection: rejectionOf(session, engine.policies.active, refusal) }
        }
        if ("kept" in answer)
          return { erased: false, kept: answer.kept.map((record) => ({ ...record, until: dateOrNull(record.until) })) }
        const { cases, leftIn, unreadable, isKnown } = answer
        return {
          erased: true,
          cases,
          ...(leftIn.length === 0 ? {} : { leftIn }),
          ...(unreadable.length === 0 ? {} : { unreadable }),
          ...(isKnown ? {} : { nothingKnown: true })
        }
      }
    },
    form: (channel, language = session.language, answers = {}) => {
      session.begin()
      Shape.checkValue("the language of `form`", language, Shape.language)
      return formOf(engine.policies.active, channel, language, answers)
    }
  }
}
