/** The loop of processes that are killed: one store, and a folder for messages. */
import { join } from "node:path"
import type { Directory } from "@hearback/engine"
import { fileChannel } from "hearback/channels"
import { postgres } from "hearback/postgres"
import { sqlite } from "hearback/sqlite"
import { staff } from "../simulation/Orders.ts"

/** The policy of the processes. */
export const policy = join(import.meta.dirname, "../simulation/simulated.policy.yaml")

/** The directory of the processes. */
export const directory: Directory = {
  person: async (id) => staff.find((one) => one.id === id),
  withRole: async (role) => staff.filter(({ roles }) => roles.includes(role)),
  absence: async () => undefined
}

/** Opens the store. `place`: a file, or the address of a server with the schema behind `#`. */
export const storeOf = async (place: string, outbox: string) => {
  const [url = "", schema = ""] = place.split("#")
  const store = place.startsWith("postgres:") ? await postgres({ url, schema }) : sqlite(place)
  return { store, channels: [fileChannel(outbox)] }
}
