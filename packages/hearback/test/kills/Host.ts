/** The loop that processes share while they are killed: one SQLite file, and a folder for messages. */
import { join } from "node:path"
import type { Directory } from "@hearback/engine"
import { fileChannel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"
import { staff } from "../simulation/Orders.ts"

export const policy = join(import.meta.dirname, "../simulation/simulated.policy.yaml")

export const directory: Directory = {
  person: async (id) => staff.find((one) => one.id === id),
  withRole: async (role) => staff.filter(({ roles }) => roles.includes(role)),
  absence: async () => undefined
}

export const storeOf = (file: string, outbox: string) => ({ store: sqlite(file), channels: [fileChannel(outbox)] })
