/** The example policies and their feedback, and as much similar feedback as a subject needs. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import type { Keyed } from "hearback"

const folder = join(import.meta.dirname, "..", "examples")

/** Returns the names of the examples that have a policy. */
export const names = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).includes(`${entry.name}.policy.yaml`)
    )
    .map((entry) => entry.name)
    .sort()

/** Returns the path of an example's policy. */
export const policyPath = (name: string): string => join(folder, name, `${name}.policy.yaml`)

/** Returns the compiled bundle of an example. */
export const bundle = (name: string): Bundle.Bundle => {
  const { bundle: found, diagnostics } = compileFile(policyPath(name))
  if (found === undefined)
    throw new Error(`${name} does not compile: ${diagnostics.map(({ code }) => code).join(", ")}`)
  return found
}

interface Line {
  readonly no: string
  readonly at: string
  readonly source: string
  readonly client: string
  readonly words: string
  readonly tier?: string
  readonly line?: string
  readonly amount?: number
}

const lines = (): readonly Line[] =>
  readFileSync(join(folder, "itr-service", "data", "feedback.ndjson"), "utf8")
    .split("\n")
    .flatMap(lineOf)

/** Returns the feedback in a line; none for a line that shows what cannot be read. */
const lineOf = (text: string): readonly Line[] => {
  try {
    const line = JSON.parse(text) as Partial<Line>
    return typeof line.words === "string" && line.words !== "" ? [line as Line] : []
  } catch {
    return []
  }
}

/** Returns the words of the feedback of itr-service. */
export const words = (): readonly string[] => lines().map((line) => line.words)

/**
 * Returns `count` pieces of feedback like those of itr-service: words combined from the real ones, so that few are
 * alike, by one customer for every two of them, on working days of some weeks. Every call returns the same.
 */
export const feedback = (count: number): readonly Keyed[] => {
  const known = lines()
  const parts = partsOf(known)
  const random = mulberry(20_261_121)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const from = Date.parse("2026-09-14T08:00:00+08:00")
  return Array.from({ length: count }, (_, i): Keyed => {
    const like = pick(known)
    return {
      key: `g-${i}`,
      feedback: {
        channel: pick(["热线", "邮件", "在线", "工单"]),
        customer: `c-${Math.floor(random() * count * 0.5)}`,
        verbatim: `${pick(parts)}${pick(parts)}${pick(parts)}`,
        received: new Date(from + Math.floor(i / 250) * 86_400_000 + (i % 250) * 120_000).toISOString(),
        facts: { 服务线: like.line ?? "通用", ...(like.amount === undefined ? {} : { 金额: like.amount }) }
      }
    }
  })
}

/** Returns parts of sentences. */
const partsOf = (known: readonly Line[]): readonly string[] =>
  known.flatMap(({ words: text }) => text.split(/(?<=[，。！？；])/)).filter((part) => part.length > 3)

/** Returns texts that are combined from the words of itr-service, hardly any two of which are alike. */
export const differentTexts = (count: number): string[] => {
  const parts = partsOf(lines())
  const random = mulberry(20_261_122)
  const pick = (): string => parts[Math.floor(random() * parts.length)] ?? ""
  return Array.from({ length: count }, () => Array.from({ length: 6 }, pick).join(""))
}

/** Returns a small generator of numbers in [0, 1) that gives the same numbers for the same seed. */
export const mulberry = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
