/** Computes the hashes of a bundle, by which a case refers to the version it was opened with. */
import { canonical } from "@hearback/core"
import { sha256 as digest } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import type { Bundle } from "./Bundle.ts"

/** A bundle before its hashes and places are added. */
export type UnhashedBundle = Omit<Bundle, "content" | "shape" | "calendarsHash" | "places">

/** Returns the SHA-256 of a text in UTF-8, in hex. */
export type Sha256 = (text: string) => string

/** Computes SHA-256 in JavaScript, so it runs on any platform. */
export const sha256: Sha256 = (text) => bytesToHex(digest(utf8ToBytes(text)))

/** Returns the three hashes of a bundle, computed over canonical JSON. */
export const hashesOf = (
  bundle: UnhashedBundle,
  hash: Sha256 = sha256
): Pick<Bundle, "content" | "shape" | "calendarsHash"> => ({
  content: hash(canonical(bundle)),
  shape: hash(canonical(shapeOf(bundle))),
  calendarsHash: hash(canonical({ zones: bundle.zones, calendars: bundle.calendars }))
})

/** Returns what typed code depends on: names, fact types, gates with their kinds and fields. */
const shapeOf = (bundle: UnhashedBundle): unknown => ({
  policy: bundle.id,
  currency: bundle.currency,
  roles: Object.keys(bundle.roles).sort(),
  departments: Object.keys(bundle.departments).sort(),
  facts: Object.fromEntries(Object.entries(bundle.facts).map(([name, { type, kind }]) => [name, { type, kind }])),
  events: [...bundle.events].sort(),
  channels: Object.keys(bundle.channels).sort(),
  categories: bundle.dictionary.categories.map(({ name }) => name).sort(),
  dimensions: Object.fromEntries(bundle.grading.map(({ name, levels }) => [name, levels])),
  loops: Object.fromEntries(
    bundle.loops.map(({ name, gates }) => [
      name,
      Object.fromEntries(gates.map((gate) => [gate.name, { kind: gate.kind, fields: gate.fields, oneOf: gate.oneOf }]))
    ])
  ),
  clocks: [...new Set(bundle.clocks.map(({ name }) => name))].sort(),
  messages: Object.keys(bundle.messages).sort()
})
