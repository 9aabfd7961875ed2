import { describe, expect, it, test } from "vitest"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import {
  type Broken,
  brokenChannels,
  brokenClassifiers,
  brokenCustomers,
  brokenDirectories,
  brokenKeyStores,
  brokenReceivers,
  brokenStores,
  channelLaws,
  classifierLaws,
  customerLaws,
  directoryLaws,
  keyLaws,
  type Law,
  receivingLaws,
  register,
  storeLaws,
  wholeReceiver
} from "../../src/testing/index.ts"

const { capabilities } = memoryStore()
register(
  storeLaws,
  { title: "memory store", capabilities, make: async () => ({ store: memoryStore() }) },
  { describe, test }
)
register(
  keyLaws,
  { title: "memory key store", capabilities: {}, make: async () => ({ keys: memoryKeyStore() }) },
  { describe, test }
)
register(
  receivingLaws,
  { title: "a far side in memory", capabilities: { unreadable: true }, make: wholeReceiver },
  { describe, test }
)

/** The broken adapters of each list of laws, by port. */
const ports: readonly (readonly [port: string, laws: readonly Law<never>[], broken: readonly Broken<unknown>[]])[] = [
  ["store", storeLaws, brokenStores],
  ["key store", keyLaws, brokenKeyStores],
  ["channel", channelLaws, brokenChannels],
  ["channel that takes in", receivingLaws, brokenReceivers],
  ["directory", directoryLaws, brokenDirectories],
  ["file of customers", customerLaws, brokenCustomers],
  ["classifier", classifierLaws, brokenClassifiers]
]

describe.each(ports)("laws of a %s are alive", (port, laws, broken) => {
  it("every law has a name of its own, and an adapter that it finds", () => {
    const names = laws.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect([...new Set(broken.map(({ law }) => law))].sort()).toEqual([...names].sort())
  })

  for (const { law, fault, make } of broken)
    it(`"${law}" catches a ${port} that ${fault}, and says what is promised and why`, async () => {
      const found = laws.find(({ name }) => name === law)
      const thrown = await found?.run(make as () => Promise<never>).catch((error: unknown) => error)
      expect(thrown).toMatchObject({ name: "AssertionError" })
      const { message } = thrown as Error
      expect(message).toContain(`The port promises: ${law}.`)
      expect(message).toContain(`It matters because ${found?.because}.`)
    })
})

describe("register", () => {
  it("names what it skips, and why", () => {
    const ran: string[] = []
    const skipped: string[] = []
    const runner = {
      describe: (_: string, body: () => void) => body(),
      test: Object.assign((title: string) => ran.push(title), { skip: (title: string) => skipped.push(title) })
    }
    register(storeLaws, { title: "memory", capabilities, make: async () => ({ store: memoryStore() }) }, runner)
    expect(ran.length + skipped.length).toBe(storeLaws.length)
    expect(skipped).toContain("a transaction over other data is refused (needs hostTransaction)")
  })
})
