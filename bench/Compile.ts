/**
 * Compiles the example policies from their texts to checked bundles, with packs, compared with reading the same texts
 * with positions by the YAML library alone (`parseDocument` with a `LineCounter`, and the line of every node).
 *
 * Files are read once before. Data that a process keeps between two compilations is kept here, too: that of a time zone
 * and of a country's holidays. The first compilation of a process, which has to load these, is a figure of its own.
 */

import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { compile, packs } from "@hearback/policy"
import { LineCounter, parseDocument, visit } from "yaml"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { median, race } from "./Race.ts"
import { time } from "./Report.ts"

/** Reads a text with positions: every node with its line and column. */
const parse = (text: string): number => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  let sum = 0
  visit(document, (_, node) => {
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined
    if (Array.isArray(range)) sum += lines.linePos(range[0]).line
  })
  return sum
}

/** Measures this subject. */
export const measure: Measure = (give) => {
  for (const name of Examples.names()) {
    const root = Examples.policyPath(name)
    const known = new Map<string, Uint8Array>()
    const read = (path: string): Uint8Array | undefined => {
      const found = known.get(path) ?? readFileSync(path)
      known.set(path, found)
      return found
    }
    const { files, bundle } = compile({ root, read })
    if (bundle === undefined) throw new Error(`${name} does not compile`)
    const texts = files.map(({ path }) => packs().get(path) ?? readFileSync(join(dirname(root), path), "utf8"))
    const raced = race(
      [
        {
          name: "ours",
          run: (times) => {
            let last: unknown
            for (let i = 0; i < times; i++) last = compile({ root, read })
            return last
          }
        },
        {
          name: "yaml",
          run: (times) => {
            let sum = 0
            for (let i = 0; i < times; i++) for (const text of texts) sum += parse(text)
            return sum
          }
        }
      ],
      { roundMs: 60, warmUpMs: 600, rounds: 15 }
    )
    give({
      what: `${name}, ${texts.length} files, ${texts.join("").split("\n").length} lines`,
      ours: time(raced.ns("ours")),
      limit: `parsing the YAML ${time(raced.ns("yaml"))}`,
      ratio: raced.ratio("ours", "yaml"),
      target: 5
    })
    first(
      give,
      name,
      files.map(({ path }) => path)
    )
  }
}

/** The first run in a process, cold on both sides: a process for each, by turns. */
const first = (give: Parameters<Measure>[0], name: string, files: readonly string[]): void => {
  const run = (what: "compile" | "parse"): number => {
    const script = join(import.meta.dirname, "Cold.ts")
    const { stdout, stderr } = spawnSync(process.execPath, ["--conditions=source", script, what, name, ...files], {
      encoding: "utf8"
    })
    const ms = Number(stdout)
    if (!(ms > 0)) throw new Error(stderr)
    return ms
  }
  const rounds = Array.from({ length: 5 }, () => ({ ours: run("compile"), yaml: run("parse") }))
  give({
    what: `${name}, the first in a process`,
    ours: time(median(rounds.map(({ ours }) => ours)) * 1e6),
    limit: `parsing the YAML ${time(median(rounds.map(({ yaml }) => yaml)) * 1e6)}`,
    ratio: median(rounds.map(({ ours, yaml }) => ours / yaml)),
    target: 3
  })
}
