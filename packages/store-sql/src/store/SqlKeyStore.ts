import type { KeyStore } from "@hearback/engine"
import type { ProgramRunner } from "../sql/ProgramRunner.ts"
import { batchedPerTurn, destroyKey, findKeys, makeKeys, markOf, type Owner, setMark } from "./CustomerKeys.ts"

interface SqlKeyStoreOptions {
  readonly runner: ProgramRunner
  /** Statements that run before a key is written or overwritten. */
  readonly beforeSecret: readonly string[]
  /** Removes copies of a destroyed key; returns whether it could. */
  readonly scrub: () => Promise<boolean>
}

/** Makes a key store that runs on any runner. */
export const makeSqlKeyStore = ({ runner, beforeSecret, scrub }: SqlKeyStoreOptions): KeyStore => {
  const find = batchedPerTurn((owners: readonly Owner[]) => runner.read(() => findKeys(owners)))
  const keyOf = batchedPerTurn(async (owners: readonly Owner[]): Promise<readonly Uint8Array[]> => {
    const found = await runner.read(() => findKeys(owners))
    const missing = owners.filter((_, i) => found[i] === undefined)
    const made = missing.length === 0 ? [] : await runner.write(() => makeKeys(beforeSecret, missing))
    const rest = made.values()
    return found.map((key) => key ?? rest.next().value ?? new Uint8Array())
  })
  return {
    keyOf: (tenant, customer) => keyOf({ tenant, customer }),
    find: (tenant, customer) => find({ tenant, customer }),
    mark: (tenant) => runner.read(() => markOf(tenant)),
    setMark: (tenant, before, mark) => runner.write(() => setMark(tenant, before, mark)),
    destroy: async (tenant, customer) => {
      await runner.write(() => destroyKey(beforeSecret, tenant, customer))
      return { complete: await scrub() }
    }
  }
}
