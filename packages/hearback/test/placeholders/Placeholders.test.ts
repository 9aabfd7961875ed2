/**
 * Every placeholder of messages has a value, in both languages, and the value changes with what it reads. The
 * language gives the list, so a new placeholder does not compile until it is tested here.
 */
import { beforeAll, describe, expect, it } from "vitest"
import type { placeholders } from "../../../policy/src/vocabulary/Vocabulary.ts"
import { type Given, type Said, tell, usual } from "./Story.ts"

/** For each placeholder, the only change. */
const changes: Readonly<Record<keyof typeof placeholders, Partial<Given>>> = {
  "act.by": { agent: "Zoe" },
  "case.outcome": { ending: "forward" },
  "clock.title": { agreedTitle: "A way found" },
  "gate.title": { agreedTitle: "A way found" },
  "said.words": { words: "My invoice is wrong. Never again!" },
  "said.channel": { channel: "phone" },
  "request.by": { agent: "Zoe" },
  "request.what": { asked: "regrade" },
  "request.amount": { amount: 301 },
  "request.reason": { askedBecause: "she waited" },
  "request.asked": { boss: "Zoe" },
  "request.until": { approval: "5 working hours" },
  "department.asked": { support: "Help" },
  "review.candidates": { billing: "Money" },
  "entry.id": { key: "row 2" },
  "routine.figures": { figure: "nps" },
  "routine.open": { plan: "write a guide" },
  "case.id": { seed: 2 },
  "received.date": { begins: "2026-11-17 09:00" },
  "customer.name": { customer: "Zoe" },
  "owner.name": { agent: "Zoe" },
  "owner.contact": { contact: "020 2" },
  "owner.department": { support: "Help" },
  "next.promise": { agreedTitle: "A way found" },
  "next.due": { promised: "4 working days" },
  "due.was": { promised: "4 working days" },
  "due.now": { promised: "4 working days" },
  reason: { endedBecause: "she found it" },
  result: { result: "it is paid back" },
  shortfall: { shortfall: "the day is lost" },
  proposal: { proposal: "we pay it back" },
  correction: { action: "a letter" },
  decision: { decision: "declined" },
  "root-cause": { why: "nobody looks" },
  prevention: { prevention: "print them all" },
  "prevention.live-since": { preventedAfter: "2 days" }
}

/** Placeholders that a policy adds: facts by their names, due dates of its clocks, its other messages. */
const own: Readonly<Record<string, Partial<Given>>> = {
  order: { order: "B-8" },
  owed: { owed: 121 },
  guest: { isGuest: false },
  "due.agreed": { promised: "4 working days" },
  regards: { regardsTo: "Yours" }
}

const all: readonly (readonly [name: string, change: Partial<Given>])[] = Object.entries({ ...changes, ...own })
const names = all.map(([name]) => name)

describe.each(["en", "zh-CN"])("placeholders of messages in %s", (language) => {
  let said: Said
  /** A cache of the values after each change, which several placeholders can read. */
  const others = new Map<string, Promise<Said>>()
  const afterwards = (change: Partial<Given>): Promise<Said> => {
    const name = JSON.stringify(change)
    const other = others.get(name) ?? tell({ ...usual, ...change }, language, names)
    others.set(name, other)
    return other
  }
  beforeAll(async () => {
    said = await tell(usual, language, names)
  })

  it.each(names)("F-C24 · {%s} has a value in a message of a case", (name) => {
    expect([...(said.get(name) ?? [])].filter((value) => value !== "")).not.toEqual([])
  })

  // What a placeholder reads is the same in every language.
  it.each(language === "en" ? all : [])(
    "F-C24 · {%s} has another value if what it reads changes",
    async (name, change) => {
      expect((await afterwards(change)).get(name)).not.toEqual(said.get(name))
    }
  )
})
