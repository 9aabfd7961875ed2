/** Some days of a small shop in which each placeholder of messages has a value, with all words given. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import { type Command, orThrow } from "hearback"
import { testLoop } from "hearback/testing"

/** Everything that a placeholder can read. */
export const usual = {
  /** The seed of case ids and ids of quarantine. */
  seed: 1,
  begins: "2026-11-16 09:00",
  agent: "Ann Bell",
  boss: "Sue Dean",
  contact: "020 1",
  support: "Support",
  billing: "Billing",
  customer: "Ida Hart",
  words: "My invoice is wrong. Unacceptable!",
  channel: "email",
  promised: "3 working days",
  agreedTitle: "Proposal agreed",
  proposal: "we correct it",
  action: "a new invoice",
  result: "the invoice is corrected",
  shortfall: "the fee stays",
  why: "the list is copied by hand",
  prevention: "print prices from the list",
  preventedAfter: "1 day",
  decision: "adopted",
  asked: "compensate",
  amount: 300,
  askedBecause: "for the trouble",
  approval: "4 working hours",
  ending: "withdraw",
  endedBecause: "it was found",
  key: "row 1",
  order: "B-7",
  owed: 120,
  isGuest: true,
  regardsTo: "Kind regards",
  figure: "kept",
  plan: "train the desk"
} as const

/** Changed values of these. */
export type Given = {
  readonly [K in keyof typeof usual]: (typeof usual)[K] extends number
    ? number
    : (typeof usual)[K] extends boolean
      ? boolean
      : string
}

const policy = (given: Given, language: string): string => `hearback: 1
policy: placeholders
language: ${language}
extends: [pack:starter]
time-zone: Europe/London
currency: EUR
channels:
  weekly:
    mode: routine
    frequency: weekly
    question: "The week is looked at."
    owner: manager
    invite: supervisor
    figures: [${given.figure}]
departments:
  support: { title: "${given.support}", contact: supervisor, head: manager }
  delivery: { title: Delivery, contact: manager, head: manager }
facts:
  order: { type: text }
  owed: { type: money }
  guest: { type: yes-no }
dictionary:
  review-by: supervisor
  categories:
    billing: { title: "${given.billing}", words: [invoice, price], department: support, defaults: { urgency: important } }
    parcel: { title: Parcels, words: [parcel], department: delivery, defaults: { urgency: routine } }
ownership:
  team: { when: { guest: yes }, members: departments, answer-within: 2 working days }
clock-defaults: { escalate: [{ at: due, notify: supervisor }] }
loops:
  complaint:
    customer-loop:
      agreed: { title: "${given.agreedTitle}", within: ${given.promised}, notify: supervisor }
      told: { title: Customer told, notify: supervisor }
    system-loop:
      investigated: { needs: root-cause, after: acknowledged, tell: told-why }
      prevented: { needs: prevention, after: investigated, tell: told-why }
  suggestion:
    when: { kind: suggestion }
    customer-loop:
      acknowledged: { needs: acknowledgement, within: 2 working hours, tell: receipt }
      decided: { needs: decision, one-of: [adopted, later, declined], tell: decided }
  weekly:
    when: { kind: routine }
    system-loop: { decided: { needs: prevention, by: manager } }
endings: { forwarded: { by: supervisor, closes: customer-loop } }
authority:
  limits: { agent: { close: all } }
  approval: { within: ${given.approval}, unanswered: next-higher }
messages:
  regards: "${given.regardsTo}"
  told-why: "Why: {root-cause}."
  decided: "Decided: {decision}."
`

const people = (given: Given, language: string): string => `hearback: 1
people:
  ann: { name: "${given.agent}", roles: [agent], department: support, contact: "${given.contact}", language: ${language} }
  sue: { name: "${given.boss}", roles: [supervisor], department: support, language: ${language} }
  max: { name: Max Egan, roles: [manager], department: delivery, language: ${language} }
customers:
  c-1: { name: "${given.customer}", language: ${language} }
`

const [open, close] = ["⟦", "⟧"]
const filled = /⟦([^=⟧]+)=([^⟧]*)⟧/gu

/** Returns the policy of the shop, each of whose messages contains every placeholder in a sentence of its own. */
const saying = (path: string, names: readonly string[]): Bundle.Bundle => {
  const { bundle, diagnostics } = compileFile(path)
  if (bundle === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message.en}`).join("\n"))
  const text = names.map((name) => `${open}${name}={${name}}${close}\n`).join("")
  const messages = Object.entries(bundle.messages).map(([name, message]) => {
    const isWritten = name === "regards" || message.text === undefined
    return [name, isWritten ? message : { ...message, text: { en: text, "zh-CN": text } }]
  })
  return { ...bundle, content: "by-hand", messages: Object.fromEntries(messages) }
}

type Step = readonly [by: string, on: string, command: Command, wait?: string]

const stepsOf = (given: Given): readonly Step[] => [
  ["ann", "invoice", { do: "set", facts: { order: given.order, owed: given.owed, guest: given.isGuest } }],
  [
    "ann",
    "invoice",
    given.asked === "compensate"
      ? { do: "compensate", amount: given.amount, reason: given.askedBecause }
      : { do: "regrade", to: "routine", reason: given.askedBecause }
  ],
  ["ann", "invoice", { do: "pass", gate: "acknowledged" }],
  ["ann", "invoice", { do: "pass", gate: "agreed", proposal: given.proposal }, "2 days"],
  ["c-1", "invoice", { do: "reply", says: "agree" }],
  ["ann", "invoice", { do: "pass", gate: "corrected", actions: [{ what: given.action }] }],
  ["ann", "invoice", { do: "pass", gate: "investigated", cause: "systemic", whys: ["a price", given.why] }],
  ["ann", "invoice", { do: "pass", gate: "prevented", actions: [{ what: given.prevention }] }],
  ["ann", "invoice", { do: "act-done", gate: "prevented", action: 1 }, given.preventedAfter],
  ["ann", "invoice", { do: "pass", gate: "told", result: given.result, shortfall: given.shortfall }],
  ["c-1", "invoice", { do: "reply", says: "dissatisfied", text: given.words }],
  ["c-1", "invoice", { do: "write", text: given.words, channel: given.channel }],
  ["ann", "idea", { do: "pass", gate: "decided", decision: given.decision, reason: "a good idea" }],
  given.ending === "withdraw"
    ? ["c-1", "other", { do: "withdraw", reason: given.endedBecause }]
    : ["sue", "other", { do: "forward", reason: given.endedBecause }]
]

const complaints = (given: Given): readonly (readonly [name: string, channel: string, words: string])[] => [
  ["invoice", "email", given.words],
  ["idea", "email", "I suggest a list on the door."],
  ["other", "email", "The invoice came and the parcel did not, I am disappointed."]
]

/** The values of each placeholder in a history, by its name, in messages to customers and to staff. */
export type Said = ReadonlyMap<string, ReadonlySet<string>>

/** Runs the story with given values; returns the values of these placeholders. */
export const tell = async (given: Given, language: string, names: readonly string[]): Promise<Said> => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-placeholders-"))
  writeFileSync(join(folder, "policy.yaml"), policy(given, language))
  writeFileSync(join(folder, "people.yaml"), people(given, language))
  const bundle = saying(join(folder, "policy.yaml"), names)
  const loop = await testLoop(bundle, { at: given.begins, people: join(folder, "people.yaml"), seed: given.seed })
  try {
    const ids = new Map<string, string>()
    for (const [name, channel, verbatim] of complaints(given)) {
      const receipt = await loop.for({ actor: { id: "ann" } }).submit({ channel, customer: "c-1", verbatim })
      ids.set(name, receipt.case ?? receipt.message)
    }
    await loop.submit({ channel: "nowhere", customer: "c-2", verbatim: "hm" }, { key: given.key })
    for (const [by, on, command, wait = "5 minutes"] of stepsOf(given)) {
      await loop.advance(wait)
      const desk = loop.for({ actor: by.startsWith("c-") ? { customer: by } : { id: by } })
      orThrow(await desk.execute(ids.get(on) ?? on, command))
    }
    await loop.advance("8 days")
    // Notices to one person are joined: the case is that of the invitation.
    const texts = loop.sent().map(({ text }) => text)
    const [, week = ""] = /⟦routine\.figures=[^⟧]+⟧[\s\S]*?⟦case\.id=([^⟧]+)⟧/u.exec(texts.join("\n")) ?? []
    const decided = { do: "pass", gate: "decided", actions: [{ what: given.plan }] } as const
    orThrow(await loop.for({ actor: { id: "max" } }).execute(week, decided))
    await loop.advance("7 days")
    return saidIn(loop.sent().flatMap(({ text }) => [...text.matchAll(filled)]))
  } finally {
    await loop.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const saidIn = (matches: readonly RegExpMatchArray[]): Said => {
  const said = new Map<string, Set<string>>()
  for (const [, name = "", value = ""] of matches) said.set(name, (said.get(name) ?? new Set()).add(value))
  return said
}
