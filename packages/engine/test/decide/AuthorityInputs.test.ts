/**
 * What a decision about authority reads and writes beyond its case: exchange rates, limits in force, and uses of
 * authority.
 */
import type { Case, Command, Step } from "@hearback/core"
import { Actor } from "@hearback/core"
import { Build, Spec } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import type { EngineContext, Rates } from "../../src/context/Context.ts"
import {
  grantsOnLinkedCases,
  type LedgerState,
  ledgerQueue,
  ledgerWrites,
  makeReadLedger
} from "../../src/decide/AuthorityLedger.ts"
import type { CommandEnvelope } from "../../src/decide/CommandEnvelope.ts"
import { limitsAndRates } from "../../src/decide/LimitsAndRates.ts"
import { noMatter } from "../../src/decide/LinkedCases.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import type { EventStore } from "../../src/port/EventStore.ts"
import { unit } from "../../src/testing/laws/Sample.ts"

const MON = "2026-11-16"
const policy = Build.policy()
const give = (amount: number | string): Command.Command => ({ do: "compensate", amount, reason: "sorry" })
const at = Spec.instant(`${MON} 12:00`)

/** A complaint on which these commands were given. */
const worked = (...done: readonly (readonly [by: string, command: Command.Command])[]) => {
  const d = Spec.desk(policy)
  d.does(`${MON} 09:00`, "ann", Spec.submit())
  let step: Step.Step | undefined
  for (const [by, command] of done) step = d.does(`${MON} 10:00`, by, command).step
  return { state: d.case(), step: step as Step.Step }
}

describe("exchange rates", () => {
  const asked = async (state: Case.Case, command: Command.Command, change: object = {}) => {
    const names: string[] = []
    const rates: Rates = (currency, { to, at: when }) => {
      names.push(`${currency} ${to} ${when === at}`)
      return currency === "USD" ? { rate: "0.9" } : undefined
    }
    const bundle = { ...policy.bundle, ...change }
    const own = { ...policy, bundle }
    const found = await limitsAndRates({ policies: { active: own }, rates }, own, state, command, at)
    return [names, found.rates]
  }
  const none = worked().state

  it("are asked for an amount in another currency, and left out if nobody knows them", async () => {
    expect(await asked(none, give("20 USD"))).toEqual([["USD EUR true"], { USD: { rate: "0.9" } }])
    expect(await asked(none, give("20 CHF"))).toEqual([["CHF EUR true"], undefined])
  })
  it("are not asked for the policy's own currency, for other powers, or if the policy has no currency", async () => {
    for (const command of [give("20 EUR"), give(20), { do: "discount", amount: "20%", reason: "x" } as const])
      expect(await asked(none, command)).toEqual([[], undefined])
    expect(await asked(none, give("20 USD"), { currency: undefined })).toEqual([[], undefined])
  })
  it("are asked once for each currency that an approval may decide on, and otherwise for no approval", async () => {
    const asking = [give("7000 USD"), give("7001 USD"), give("7000 CHF")]
    const { state } = worked(...asking.map((command) => ["ann", command] as const))
    expect(state.authority.approvals).toHaveLength(3)
    expect((await asked(state, { do: "approve" }))[0]).toEqual(["USD EUR true", "CHF EUR true"])
    expect((await asked(state, { do: "take-up" }))[0]).toEqual([])
  })
})

describe("the limits in force", () => {
  const read = async (change: object) => {
    const active = { ...policy, bundle: { ...policy.bundle, ...change } }
    const found = await limitsAndRates(
      { policies: { active }, rates: () => undefined },
      policy,
      worked().state,
      give(20),
      at
    )
    return found.authority
  }
  it("are given if they are those of another version of the same policy", async () => {
    const authority = { ...policy.bundle.authority, limits: [] }
    expect(await read({ content: "build-2", authority })).toEqual({
      content: "build-2",
      rule: authority,
      zone: policy.zone
    })
  })
  it("are the case's own if its version is in force, or if another policy is", async () => {
    expect(await read({})).toBeUndefined()
    expect(await read({ content: "build-2", id: "another" })).toBeUndefined()
  })
})

describe("the ledger", () => {
  const ann = Actor.person({ id: "ann", roles: ["agent"] })
  const envelope = (command: Command.Command, actor: Actor.Actor = ann): CommandEnvelope => ({
    case: "A",
    command,
    actor,
    key: "k"
  })
  const time = { recordedAt: 5_000, clockBehind: 0, actor: "ann", command: "c-1", policy: "p" }
  const ledger: LedgerState = { version: 4, recordedAt: 4_000, entries: [], matter: noMatter, approvers: {} }
  const reads = [{ stream: "case/B", expected: 2, events: [] }]

  it("gets an entry for each use of authority at the version that was read; linked cases must be unchanged", () => {
    const { step } = worked(["ann", give(20)])
    expect(ledgerWrites(envelope(give(20)), step, { ...ledger, matter: { ...noMatter, reads } }, time)).toEqual([
      {
        stream: "authority/ann",
        expected: 4,
        events: [
          expect.objectContaining({
            recordedAt: 5_000,
            actor: "ann",
            clear: expect.objectContaining({ case: "A", power: "compensate", amount: 2_000 })
          })
        ]
      },
      ...reads
    ])
  })
  it("is not written by commands without authority, and keeps its version if the use must be approved", () => {
    const { step } = worked(["ann", give(900)])
    expect(ledgerWrites(envelope({ do: "take-up" }), step, ledger, time)).toEqual([])
    expect(ledgerWrites(envelope(give(900)), step, ledger, time)).toEqual([
      { stream: "authority/ann", expected: 4, events: [] }
    ])
  })
  it("counts an approved amount for whoever approved it", () => {
    const { step } = worked(["ann", give(200)], ["sam", { do: "approve" }])
    const sam = Actor.person({ id: "sam", roles: ["supervisor"] })
    const [line] = ledgerWrites(envelope({ do: "approve" }, sam), step, ledger, time)
    expect([line?.stream, line?.events.length]).toEqual(["authority/sam", 1])
  })
  it("is in the order of its instants, however far a clock is behind", () => {
    const { step } = worked(["ann", give(20)])
    const behind = (ledgerAt: number | undefined, clockBehind = 0) =>
      ledgerWrites(envelope(give(20)), step, { ...ledger, recordedAt: ledgerAt }, { ...time, clockBehind })[0]
        ?.events[0]
    expect(behind(undefined)).toMatchObject({ recordedAt: 5_000 })
    expect(behind(9_000)?.recordedAt).toBe(9_000)
    // The clock said 4 s; the case made it 5.
    expect(behind(3_000, 1_000)?.recordedAt).toBe(5_000)
  })
  it("is waited for by commands that may use it, and by no others", () => {
    for (const command of [give(20), { do: "discount" }, { do: "grant" }, { do: "approve" }] as Command.Command[])
      expect(ledgerQueue(envelope(command))).toEqual(["authority/ann"])
    expect(ledgerQueue(envelope({ do: "take-up" }))).toEqual([])
  })
  it("gives what was granted on linked cases; with too many cases, more than every limit", () => {
    const { state } = worked(["ann", give(20)])
    const matter = { ...noMatter, cases: [{ ...state, id: "B" }] }
    const grants = [{ case: "B", power: "compensate", amount: 2_000 }]
    expect(grantsOnLinkedCases({ ...ledger, matter })).toEqual(grants)
    expect(grantsOnLinkedCases({ ...ledger, matter: { ...matter, isCut: true } })).toEqual([
      ...grants,
      ...["compensate", "discount", "grant"].map((power) => ({ case: "", power, amount: Number.POSITIVE_INFINITY }))
    ])
  })

  describe("is read", () => {
    const opened = async (store: EventStore = memoryStore()) => {
      const { step } = worked(["ann", give(20)])
      await store.append(unit("1", ledgerWrites(envelope(give(20)), step, { ...ledger, version: 0 }, time)))
      const context = {
        store,
        tenant: "acme",
        clock: { now: () => at },
        policies: {
          active: Build.policy({
            limits: [
              { role: "agent" },
              { role: "supervisor", compensate: { perMonth: 9_000 } },
              { role: "director", compensate: { perCase: null, perYear: 90_000_000 } }
            ]
          })
        },
        staff: { at: async () => Build.people }
      } as unknown as EngineContext
      const readLedger = makeReadLedger(context)
      return (command: Command.Command, state: Case.Case = worked().state, actor = ann) =>
        readLedger(envelope(command, actor), state, async () => ({ state }))
    }
    it("for the actor, with the instant of its last entry", async () => {
      const read = await opened()
      expect(await read(give(10))).toMatchObject({
        version: 1,
        recordedAt: 5_000,
        entries: [{ case: "A", power: "compensate", amount: 2_000 }]
      })
    })
    it("from the last known entry on, whoever has written the next ones", async () => {
      const store = memoryStore()
      const after: unknown[] = []
      const load: EventStore["load"] = (ref, known) => {
        if (ref.stream === "authority/ann") after.push(known)
        return store.load(ref, known)
      }
      const read = await opened({ ...store, load })
      const discount: Command.Command = { do: "discount", amount: "5%", reason: "x" }
      expect(await read(discount)).toMatchObject({ version: 1, entries: [{ amount: 2_000 }] })
      const { step } = worked(["ann", give(30)])
      await store.append(unit("2", ledgerWrites(envelope(give(30)), step, { ...ledger, version: 1 }, time)))
      for (let again = 0; again < 2; again++)
        expect(await read(discount)).toMatchObject({ version: 2, entries: [{ amount: 2_000 }, { amount: 3_000 }] })
      expect(after).toEqual([0, 1, 2])
    })
    it("not for commands without authority, unless a request waits for this actor", async () => {
      const read = await opened()
      expect(await read({ do: "take-up" })).toMatchObject({ version: 0, entries: [], approvers: {} })
      expect((await read({ do: "take-up" }, worked(["ann", give(200)]).state)).version).toBe(1)
    })
    it("for whoever may be asked for an amount by a limit over a period, and for nobody else", async () => {
      const read = await opened()
      expect(Object.keys((await read(give(10))).approvers)).toEqual(["sam", "sue", "dora"])
      expect((await read({ do: "discount", amount: "5%", reason: "x" })).approvers).toEqual({})
      // A waiting request may be passed on to higher roles.
      const waits = (command: Command.Command) => worked(["ann", command]).state
      const sam = Actor.person({ id: "sam", roles: ["supervisor"] })
      const above = async (state: Case.Case) => Object.keys((await read({ do: "approve" }, state, sam)).approvers)
      expect(await above(waits(give(200)))).toEqual(["dora"])
      expect(await above(waits({ do: "discount", amount: "50%", reason: "x" }))).toEqual([])
      const dora = Actor.person({ id: "dora", roles: ["director"] })
      expect((await read(give(10), undefined, dora)).approvers).toEqual({})
    })
  })
})
