/** When each command takes effect, until when a case takes it, and who may give it: one test for each command. */
import { expect, it } from "vitest"
import { nothingGathered } from "../../src/case/Gathered.ts"
import type { Command, Verb } from "../../src/case/generated/Command.ts"
import { registry } from "../../src/command/registry.ts"
import { situationOf } from "../../src/decide/situation.ts"
import { type Actor, anonymous, channel, customer, system } from "../../src/people/Actor.ts"
import { actor, people, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import { ack, analyse, MON, plan } from "../cases/complaint.ts"

const actors: Readonly<Record<string, Actor>> = {
  owner: actor("ann"),
  agent: actor("ben"),
  supervisor: actor("sam"),
  director: actor("dora"),
  quality: actor("quinn"),
  customer: customer("carl"),
  "other-customer": customer("dave"),
  anonymous,
  channel: channel("mail"),
  host: system("host"),
  timer: system("timer")
}

const wishes: Wishes = {
  spotCheck: { share: 1, of: ["compensate"], by: ["quality"] },
  endings: [
    { name: "withdrawn", path: "endings.withdrawn", by: ["customer"], fields: [], closes: "customer-loop" },
    { name: "forwarded", path: "endings.forwarded", by: ["supervisor"], fields: [], closes: "both-loops" },
    { name: "turned-away", path: "endings.turned-away", by: ["supervisor"], fields: [], closes: "both-loops" },
    { name: "merged", path: "endings.merged", by: ["owner"], fields: [], closes: "both-loops" }
  ]
}

/** Carl's complaint that Ann offered to Ben, with a planned action, a grant to check and one to approve. */
const opened = () => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  d.does(`${MON} 09:10`, "ann", ack)
  d.does(`${MON} 09:20`, "ann", analyse)
  d.does(`${MON} 09:30`, "ann", plan)
  d.does(`${MON} 09:40`, "ann", { do: "compensate", amount: 10, reason: "goodwill" })
  d.does(`${MON} 09:50`, "ann", { do: "hand-over", to: "ben", reason: "his customer" })
  return d.case()
}
const state = opened()

/** Arguments that the test policy accepts. */
const about: Partial<Readonly<Record<Verb, object>>> = {
  "act-done": { gate: "prevented", action: 1 },
  explain: { gate: "prevented" },
  extend: { clock: "told" },
  pass: { gate: "agreed" },
  waive: { gate: "agreed" }
}

const everybody = Object.keys(actors).join(" ")
const staff = "owner agent supervisor director quality"
const systems = "channel host timer"
const own = `${staff} customer ${systems}`

const rows: Readonly<Record<Verb, readonly [acts: string, until: string, who: string]>> = {
  submit: ["reported", "closed", everybody],
  write: ["reported", "expired", own],
  reply: ["reported", "expired", "owner customer"],
  found: ["told", "expired", systems],
  answer: ["reported", "closed", own],
  pause: ["reported", "closed", `${staff} ${systems}`],
  event: ["reported", "expired", `${staff} ${systems}`],
  join: ["reported", "closed", everybody],
  resume: ["reported", "closed", `${staff} ${systems}`],
  "act-done": ["reported", "closed", "owner agent"],
  withdraw: ["reported", "closed", "customer"],
  note: ["reported", "expired", `${staff} ${systems}`],
  merge: ["decided", "closed", "owner"],
  split: ["decided", "closed", "owner agent supervisor director"],
  pass: ["decided", "closed", "owner"],
  sign: ["decided", "closed", ""],
  explain: ["decided", "closed", "supervisor"],
  waive: ["decided", "closed", staff],
  set: ["decided", "expired", `owner agent supervisor director ${systems}`],
  reclassify: ["decided", "closed", "owner agent supervisor director"],
  regrade: ["decided", "closed", staff],
  compensate: ["decided", "closed", staff],
  discount: ["decided", "closed", staff],
  grant: ["decided", "closed", staff],
  approve: ["decided", "expired", staff],
  deny: ["decided", "expired", staff],
  "hand-over": ["decided", "closed", "owner director"],
  accept: ["decided", "closed", "agent"],
  decline: ["decided", "closed", "owner agent"],
  "take-up": ["decided", "closed", "owner"],
  delegate: ["decided", "closed", staff],
  extend: ["decided", "closed", staff],
  forward: ["decided", "closed", "supervisor"],
  "turn-away": ["decided", "closed", "supervisor"],
  "spot-check": ["decided", "expired", "quality"],
  close: ["decided", "expired", staff],
  reopen: ["decided", "expired", own],
  time: ["told", "erased", systems],
  count: ["told", "expired", systems],
  progress: ["told", "expired", systems],
  "move-policy": ["told", "closed", "owner agent supervisor director host timer"],
  "move-calendar": ["told", "closed", "owner agent supervisor director host timer"],
  absorb: ["told", "expired", systems],
  recurred: ["told", "expired", systems],
  flag: ["told", "expired", systems],
  erase: ["told", "erased", systems],
  delivered: ["told", "erased", systems],
  bounced: ["told", "erased", systems]
}

const mayGive = (verb: Verb): string => {
  const at = instant(`${MON} 10:00`)
  const command = { ...registry[verb].example, ...about[verb] } as Command
  const isFree = (one: Actor): boolean => {
    const x = situationOf(policy(wishes), state, { actor: one, at, gathered: { ...nothingGathered, people } })
    return registry[verb].who(x, command as never).length === 0
  }
  return Object.entries(actors)
    .flatMap(([name, one]) => (isFree(one) ? [name] : []))
    .join(" ")
}

it.each(Object.keys(registry) as Verb[])("%s", (verb) => {
  const { acts, until } = registry[verb]
  expect([acts, until, mayGive(verb)]).toEqual(rows[verb])
})

it("the table lists exactly the commands", () => expect(Object.keys(rows).sort()).toEqual(Object.keys(registry).sort()))
