/**
 * Law: feedback is durable before anything else happens to it. Its receipt is written first, and nothing that was
 * received is lost in any later crash.
 */
import { arrivalId } from "../../src/intake/ArrivalRecord.ts"
import type { Unit } from "../../src/port/EventStore.ts"
import { type EngineLaw, type Given, givenIn, type Parts, startEngine } from "./EngineLife.ts"

const tenant = "default"

/** A store that records what is appended, and that fails for good at one of the appends. */
const watched = ({ store }: Parts, dies: number) => {
  const written: Unit[] = []
  const append = async (unit: Unit) => {
    if (written.length >= dies) throw new Error("the process died")
    written.push(unit)
    return store.append(unit)
  }
  return { written, store: { ...store, append } }
}

const isReceipt = (unit: Unit | undefined, key: string): boolean =>
  unit?.writes.some(({ intake }) => intake?.key === arrivalId(key) && intake.state === "received") === true

/** Returns what is wrong with an arrival after everything was opened again. */
const lost = async (parts: Parts, key: string, load: (id: string) => Promise<number>): Promise<string | undefined> => {
  const [row] = (await parts.store.intake(tenant, { key: arrivalId(key), limit: 1 })).items
  if (row === undefined) return `${key} is lost`
  if (row.state === "received") return `${key} waits for ever`
  return row.caseId !== undefined && (await load(row.caseId)) === 0 ? `${key} is in no case` : undefined
}

/** Plays a history until the store fails; returns the arrivals, and one that was not stored first. */
const live = async (
  parts: Parts,
  all: readonly Given[],
  dies: number,
  open: (parts: Parts) => ReturnType<typeof startEngine>
): Promise<{ readonly came: readonly string[]; readonly wrong?: string }> => {
  const { written, store } = watched(parts, dies)
  const { give } = await open({ ...parts, store })
  const came: string[] = []
  for (const one of all) {
    const from = written.length
    const isArrival = one.sent.command.do === "submit"
    try {
      await give(one)
    } catch {
      if (isArrival && isReceipt(written[from], one.key)) came.push(one.key)
      return { came }
    }
    if (isArrival) came.push(one.key)
    if (isArrival && !isReceipt(written[from], one.key)) return { came, wrong: `${one.key} was not stored first` }
  }
  return { came }
}

/** The law of receipts. */
export const storedFirst: EngineLaw = {
  name: "stored-first",
  violation: async (make, history) => {
    const all = givenIn(history)
    // Each history ends at another append.
    const dies = 1 + ((history.sent.length * 7) % (2 * all.length))
    for (const at of [Number.POSITIVE_INFINITY, dies]) {
      const parts = await make()
      const { came, wrong } = await live(parts, all, at, (some) => startEngine(some, history))
      if (wrong !== undefined) return wrong
      const { engine } = await startEngine(parts, history)
      for (const key of came) {
        const found = await lost(parts, key, async (id) => (await engine.cases.load(id)).state.version)
        if (found !== undefined) return found
      }
    }
    return undefined
  }
}
