/** What concerns customers rather than cases: events of the host, consents, questions, and the forms they fill in. */
import { randomUUID } from "node:crypto"
import type { Bundle, Refusal } from "@hearback/core"
import { Form, Text } from "@hearback/core"
import type { Engine } from "@hearback/engine"
import type { Desk, Outcome, Rejection } from "./api.ts"
import type { Customers, FormField, FormView } from "./customer.ts"

export interface CustomersOptions {
  readonly engine: Engine
  readonly language: Bundle.Language
  readonly whenOpen: () => void
  readonly execute: Desk["execute"]
  readonly rejected: (asked: string, reasons: readonly Refusal.Reason[]) => Rejection
}

/** Makes the part of a loop that speaks of customers. */
export const customersOf = (o: CustomersOptions): Customers => {
  const { engine } = o
  const done: Outcome = { ok: true, version: 0, events: [], replayed: false, message: "" }
  const outcome = (asked: string, reasons: readonly Refusal.Reason[]): Outcome =>
    reasons.length === 0 ? done : { ok: false, rejection: o.rejected(asked, reasons) }
  return {
    signal: async (event, about, call = {}) => {
      o.whenOpen()
      call.signal?.throwIfAborted()
      if ("case" in about) return o.execute(about.case, { do: "event", name: event }, call)
      const key = `event:${call.key ?? randomUUID()}`
      return outcome("event", await engine.surveys.signal(event, about.customer, key))
    },
    customers: {
      get: async (id) => {
        o.whenOpen()
        const { consents, refuses, questions } = await engine.surveys.load(id)
        return {
          id,
          consents: Object.fromEntries(
            Object.entries(consents).map(([name, until]) => [name, until === null ? null : new Date(until)])
          ),
          refusesQuestions: refuses,
          questions: questions.map(({ channel, at, case: about }) => ({
            channel,
            at: new Date(at),
            ...(about === undefined ? {} : { case: about })
          }))
        }
      },
      set: async (id, wish, call = {}) => {
        o.whenOpen()
        call.signal?.throwIfAborted()
        const key = `consent:${call.key ?? randomUUID()}`
        return outcome("consent", await engine.surveys.execute(id, { do: "consent", ...wish }, key))
      },
      erase: async (id, { by, reason, evenIfKept = false }, call = {}) => {
        o.whenOpen()
        call.signal?.throwIfAborted()
        const kept = evenIfKept ? [] : await engine.erasure.retainedRecords(id)
        if (kept.length > 0)
          return {
            erased: false,
            kept: kept.map((one) => ({ ...one, until: one.until === null ? null : new Date(one.until) }))
          }
        const key = `erase:${call.key ?? randomUUID()}`
        const cases = await engine.erasure.erase(id, await engine.staff.actor(by), reason, key)
        return { erased: true, cases }
      }
    },
    form: (channel, language = o.language) => {
      o.whenOpen()
      return formOf(engine.policies.active.bundle, channel, language, Form.formOf(engine.policies.active, channel))
    }
  }
}

/** What customers can say of themselves; a rating is what a score is. */
const kinds = ["complaint", "suggestion", "inquiry", "praise"]

/** What the fields that are no facts take, where it is not text. */
const types: Readonly<Record<string, FormField["type"]>> = { kind: "one-of", score: "number", attachments: "file" }

const formOf = (
  { channels, facts, customers, language: own }: Bundle.Bundle,
  channel: string,
  language: Bundle.Language,
  form: Bundle.FormRule
): FormView | undefined => {
  const rule = channels[channel]
  if (rule === undefined) return undefined
  const said = (text: Bundle.Text | undefined): string | undefined =>
    text?.[language] ?? text?.[own] ?? Object.values(text ?? {})[0]
  // Where a score is asked for it stands for the words, which may come with it.
  const isScored = rule.scale !== undefined
  const require = isScored ? ["score", ...form.require.filter((name) => name !== "verbatim")] : form.require
  const offer = isScored && form.require.includes("verbatim") ? ["verbatim", ...form.offer] : form.offer
  const names = [...new Set([...require, ...offer, ...form.prefill])]
  const question = said(rule.question)
  const field = (name: string): FormField => {
    const fact = facts[name]
    const purpose = said(fact?.personal)
    const values = name === "kind" ? kinds : fact?.type._tag === "OneOf" ? fact.type.values : undefined
    return {
      name,
      title: said(fact?.title) ?? Text.word("field", name, language),
      type: fact?.kind ?? types[name] ?? "text",
      required: require.includes(name),
      prefilled: form.prefill.includes(name),
      ...(purpose === undefined ? {} : { purpose }),
      ...(values === undefined
        ? {}
        : { values: values.map((value) => ({ value, title: Text.word("kind", value, language) })) })
    }
  }
  return {
    channel,
    title: said(rule.title) ?? channel,
    fields: names.map(field),
    questions: Object.fromEntries(Object.entries(form.questions).map(([name, text]) => [name, said(text) ?? name])),
    consents: Object.entries(rule.mode === "active" ? {} : (customers?.consent ?? {})).flatMap(([name, { ask }]) => {
      const text = said(ask)
      return text === undefined ? [] : [{ name, ask: text }]
    }),
    ...(question === undefined ? {} : { question }),
    ...(rule.scale === undefined ? {} : { scale: rule.scale })
  }
}
