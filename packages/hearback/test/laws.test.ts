/** The adapters of the package keep the contracts of their ports. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Channel, CustomerDirectory, Directory } from "@hearback/engine"
import { compile, type People, readPeople } from "@hearback/policy"
import { memory } from "hearback"
import { consoleChannel, fileChannel, filesOf } from "hearback/channels"
import { type Arrived, channelLaws, customerLaws, directoryLaws, keyLaws, register, storeLaws } from "hearback/laws"
import { sqlite } from "hearback/sqlite"
import { describe, expect, test } from "vitest"
import { customersOf, directoryOf, liveDirectoryOf } from "../src/open/PeopleDirectory.ts"

const text = `hearback: 1
people:
  ann: { name: Ann, roles: [agent] }
  ben: { name: Ben, roles: [agent, supervisor], away: [2026-11-16 to 2026-11-20] }
  sue: { name: Sue, roles: [supervisor] }
customers:
  c-1: { name: Ida, language: en, address: ida@example.com }
  c-2: { name: 周, language: zh-CN, facts: { tier: gold } }
`
const policy = `hearback: 1
policy: laws
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
facts: { tier: { type: text } }
`
const { bundle } = compile({ root: "laws.policy.yaml", read: () => policy })
if (bundle === undefined) throw new Error("the policy is wrong")
const { people, diagnostics } = readPeople({ path: "people.yaml", text }, bundle)
if (people === undefined) throw new Error(JSON.stringify(diagnostics))

const runner = { describe, test }
const whole = { people: ["ann", "ben", "sue"], roles: ["agent", "supervisor"] }
const day = 86_400_000
const from = Date.parse("2026-11-16T00:00:00Z")
const away = { id: "ben", at: from + day, back: from + 9 * day }

const directories: Readonly<Record<string, (known: People) => Directory>> = {
  "directory of a people file": directoryOf,
  "directory of a people file that may change": (known) => liveDirectoryOf(() => known)
}
for (const [title, make] of Object.entries(directories))
  register(
    directoryLaws,
    { title, capabilities: {}, make: async () => ({ directory: make(people), ...whole, away }) },
    runner
  )

const customers: Readonly<Record<string, () => CustomerDirectory>> = {
  "customers of a people file": () => customersOf(() => people)
}
for (const [title, make] of Object.entries(customers))
  register(
    customerLaws,
    { title, capabilities: {}, make: async () => ({ customers: make(), known: ["c-1", "c-2"] }) },
    runner
  )

const { capabilities } = memory().events
register(
  storeLaws,
  { title: "a store in memory", capabilities, make: async () => ({ store: memory().events }) },
  runner
)
register(keyLaws, { title: "keys in memory", capabilities: {}, make: async () => ({ keys: memory().keys }) }, runner)
register(
  keyLaws,
  {
    title: "keys in a file",
    capabilities: {},
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), "hearback-laws-"))
      const { events, keys } = sqlite(join(folder, "loop.db"))
      const dispose = async (): Promise<void> => {
        await events.close()
        rmSync(folder, { recursive: true, force: true })
      }
      return { keys, dispose }
    }
  },
  runner
)

register(
  channelLaws,
  {
    title: "console channel",
    capabilities: { once: true, outage: true, stall: false, erase: false },
    make: async () => {
      const arrived: Arrived[] = []
      let isDown = false
      const channel = consoleChannel((line) => {
        if (isDown) throw new Error("EPIPE")
        const [, to = "", text = ""] = /^→ (.*?) \[[^\]]*\] (.*)$/s.exec(line) ?? []
        arrived.push({ to, text })
      })
      return {
        channel,
        arrived: async () => arrived,
        fail: (down) => {
          isDown = down
        }
      }
    }
  },
  runner
)
register(
  channelLaws,
  {
    title: "file channel",
    capabilities: { once: true, outage: true, stall: false, erase: true },
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), "hearback-laws-"))
      const outbox = join(folder, "outbox")
      return {
        channel: fileChannel(outbox),
        arrived: async () =>
          (await filesOf(outbox)).map((name) => {
            const [head = "", text = ""] = readFileSync(join(outbox, name), "utf8").split(/\n\n(.*)/s)
            return { to: /^To: (.*)$/m.exec(head)?.[1] ?? "", text }
          }),
        // A file is where the folder should be.
        fail: (isDown) => (isDown ? writeFileSync(outbox, "") : rmSync(outbox)),
        dispose: async () => rmSync(folder, { recursive: true, force: true })
      }
    }
  },
  runner
)

register(
  channelLaws,
  {
    title: "channel over a line that may stall",
    capabilities: { once: false, outage: true, stall: true, erase: false },
    make: async () => {
      const arrived: Arrived[] = []
      let line: "up" | "down" | "stalled" = "up"
      const channel: Channel = {
        name: "line",
        audiences: ["customer"],
        send: async ({ to: { address = "" }, text }, { signal }) => {
          if (line === "down") throw new Error("ECONNREFUSED")
          if (line === "stalled") await new Promise((_, reject) => signal.addEventListener("abort", reject))
          arrived.push({ to: address, text })
          return { delivery: "sent" }
        }
      }
      return {
        channel,
        arrived: async () => arrived,
        fail: (isDown) => {
          line = isDown ? "down" : "up"
        },
        stall: () => {
          line = "stalled"
        }
      }
    }
  },
  runner
)

test("a loop without a people file knows no customers, and asks no one", async () => {
  const none = customersOf(() => undefined)
  expect([await none.customer("c-1"), await none.all?.()]).toEqual([undefined, []])
})
