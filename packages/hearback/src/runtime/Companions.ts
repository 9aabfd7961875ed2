/** The tables and mapping files that stand beside a simulation file. */
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { type Bundle, Zone } from "@hearback/core"
import type { Companions } from "@hearback/policy"
import { inNamedZone, inZone, plainReader, readerOf } from "./InstantFormat.ts"

/** Returns files seen from a folder; instants without a zone of their own are those of the policy. */
export const companionsIn = (folder: string, { zone, zones }: Bundle.Bundle): Companions => ({
  read: (path) => {
    try {
      return readFileSync(resolve(folder, path))
    } catch {
      return undefined
    }
  },
  instants: (format, named) => {
    const own = named === undefined ? undefined : inNamedZone(named)
    const local = own ?? inZone(zones[zone] ?? Zone.utc)
    const plain = plainReader(local)
    const formatted = format === undefined ? undefined : readerOf(format, local)
    return (text) => formatted?.(text) ?? plain(text)
  }
})
