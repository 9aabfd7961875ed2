/**
 * Reads files beside a simulation file: tables, mappings, event logs and stores. Each is requested when it is needed;
 * a slow one is read then, and requested again.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs"
import { resolve } from "node:path"
import { type Bundle, Zone } from "@hearback/core"
import type { Companions } from "@hearback/policy"
import { said } from "../text/TranslatedTexts.ts"
import { inNamedZone, inZone, plainReader, readerOf } from "./InstantFormat.ts"
import type { NoXml } from "./Xes.ts"

type Content = ReturnType<Companions["read"]>

/** A file that exists but cannot be read, with the reason. */
export type Unread = Extract<Content, { readonly why: unknown }>

/** Gives files to a reader of a simulation file. */
export type FilesBeside = <T>(read: (files: Companions) => T) => Promise<T>

/** Returns a reader of files, relative to a folder. Instants without a zone are in the policy's zone. */
export const filesBeside = (folder: string, { zone, zones }: Bundle.Bundle): FilesBeside => {
  const known = new Map<string, Content>()
  const instants: Companions["instants"] = (format, named) => {
    const own = named === undefined ? undefined : inNamedZone(named)
    const local = own ?? inZone(zones[zone] ?? Zone.utc)
    const plain = plainReader(local)
    const formatted = format === undefined ? undefined : readerOf(format, local)
    return (text) => formatted?.(text) ?? plain(text)
  }
  return async (read) => {
    for (;;) {
      const awaited = new Set<string>()
      const file = (path: string): Content => {
        if (!known.has(path)) {
          if (slowly(resolve(folder, path)) === undefined) known.set(path, textOf(resolve(folder, path)))
          else awaited.add(path)
        }
        return known.get(path)
      }
      const found = read({ read: file, instants })
      if (awaited.size === 0) return found
      for (const path of awaited) known.set(path, await slowly(resolve(folder, path))?.())
    }
  }
}

const textOf = (path: string): Content => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Returns a reader of a file that is no text table. */
const slowly = (path: string): (() => Promise<Content>) | undefined => {
  if (/\.xes(?:\.gz)?$/iu.test(path) && existsSync(path)) return () => eventsOf(path)
  return isStore(path) ? () => arrivalsOf(path) : undefined
}

const eventsOf = async (path: string): Promise<Content> => {
  const { NoXml, readXes } = await import("./Xes.ts")
  const lines: string[] = []
  try {
    await readXes(path, ({ line, values }) => {
      // Each event is put at its line of the log, so that findings can name it.
      while (lines.length < line - 1) lines.push("")
      lines.push(JSON.stringify(values))
    })
  } catch (error) {
    if (error instanceof NoXml) return { why: whyNoXml(error) }
    throw error
  }
  return { objects: lines.join("\n"), from: "xes" }
}

const whyNoXml = ({ at }: NoXml): Unread["why"] =>
  said((t) => (at === undefined ? t.store.endsEarly : t.store.noXml(at.line, at.column)))

const arrivalsOf = async (path: string): Promise<Content> => {
  const { readArrivals } = await import("./StoredArrivals.ts")
  const found = await readArrivals(path)
  return "why" in found ? found : { objects: found.map((one) => JSON.stringify(one)).join("\n"), from: "store" }
}

const mark = "SQLite format 3\0"

/** Returns whether a file is a store, by its first bytes. */
const isStore = (path: string): boolean => {
  const head = Buffer.alloc(mark.length)
  try {
    const file = openSync(path, "r")
    try {
      readSync(file, head, 0, mark.length, 0)
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
  return head.toString("latin1") === mark
}
