/**
 * Formatting keeps the meaning and the comments of a file, whatever its layout, and formatting twice changes nothing.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Document, parseDocument, visit } from "yaml"
import { format } from "../../src/format/Format.ts"
import { difference } from "../../src/format/Sameness.ts"
import type { FileKind } from "../../src/outline/Outline.ts"
import { parseYaml } from "../../src/parse/YamlParser.ts"
import { readFile } from "../../src/shape/Check.ts"
import { kindOf } from "../../src/shape/Kind.ts"
import { type Node, toJson } from "../../src/source/Node.ts"
import { turn } from "../../src/translation/FileTranslation.ts"
import { keysOf } from "../../src/vocabulary/KeyLanguage.ts"
import { files } from "./Files.ts"

const small = files.filter(({ name, text }) => name.startsWith("packages/policy/") && text.length < 9000)
const anyFile = fc.constantFrom(...small)

const kindIn = (path: string, text: string): FileKind => {
  const { tree } = parseYaml({ path, text })
  if (tree === undefined) throw new Error(`${path} cannot be read`)
  return kindOf(tree)
}

/** Returns the content of a file with English keys; undefined if it has a fault. */
const meant = (path: string, text: string) => {
  const { tree, diagnostics } = readFile({ path, text }, kindIn(path, text))
  return tree !== undefined && diagnostics.every(({ level }) => level !== "error") ? tree : undefined
}

const without = (text: string): string => text.replace(/\n\n+/g, "\n")

/**
 * Checks a text: it is either left unchanged, or formatted with the same meaning, and formatting again changes
 * nothing.
 */
const holds = (path: string, text: string): string | undefined => {
  const before = meant(path, text)
  const { text: once = "", diagnostics } = format({ path, text })
  if (before === undefined) {
    expect(diagnostics.some(({ level }) => level === "error")).toBe(true)
    return undefined
  }
  const after = meant(path, once)
  // Spellings are ignored: what is read in several spellings is written in one.
  expect(after && difference(spelled(path, before), spelled(path, after))).toBeUndefined()
  expect(format({ path, text: once }).text).toBe(once)
  const chinese = format({ path, text: once }, { keys: "zh-CN" }).text ?? ""
  const back = format({ path, text: chinese }, { keys: keysOf({ path, text }) }).text ?? ""
  // A value that fits on one line in Chinese loses its inner blank lines.
  expect(keysOf({ path, text }) === "en" ? without(back) : back).toBe(
    keysOf({ path, text }) === "en" ? without(once) : once
  )
  return once
}

const spelled = (path: string, tree: Node): Node =>
  turn(tree, { kind: kindIn(path, tree.span.file.text), from: "en", to: "en", whole: true }).tree

describe("a file with other comments and blank lines", () => {
  it("is formatted without losing one, and means the same", () => {
    const remark = fc.record({
      line: fc.nat(400),
      indent: fc.constantFrom(0, 2, 4, 6, 8, 11),
      what: fc.constantFrom("own", "behind", "blank")
    })
    fc.assert(
      fc.property(anyFile, fc.array(remark, { minLength: 1, maxLength: 12 }), ({ path, text }, remarks) => {
        const lines = text.split("\n")
        for (const [index, { line, indent, what }] of remarks.entries()) {
          const at = line % lines.length
          const comment = `# remark ${index}`
          if (what === "behind") lines[at] += lines[at]?.trim() === "" ? "" : ` ${comment}`
          else lines.splice(at, 0, what === "blank" ? "" : `${" ".repeat(indent)}${comment}`)
        }
        const remarked = lines.join("\n")
        const json = (each: string) => JSON.stringify(parseDocument(each).toJS())
        // A comment inside a block text is part of the text.
        fc.pre(json(remarked) === json(text))
        const count = (each: string) => [...each.matchAll(/# remark \d+/g)].map(([word]) => word).sort()
        expect(count(holds(path, remarked) ?? "")).toEqual(count(remarked))
      }),
      { numRuns: 12 }
    )
  }, 60_000)
})

describe("a file in another layout", () => {
  it("is formatted to the same text, except quotes", () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.infiniteStream(fc.boolean()),
        fc.constantFrom(40, 80, 400),
        ({ path, text }, coin, width) => {
          const next = () => coin.next().value === true
          const other = new Document(parseDocument(text).toJS(), { version: "1.2" })
          visit(other, {
            Collection: (_, node) => {
              node.flow = node.items.length === 0 || (next() && next())
            },
            Scalar: (key, node) => {
              if (typeof node.value === "string" && key !== "key") node.type = next() ? "QUOTE_DOUBLE" : "QUOTE_SINGLE"
            }
          })
          const laid = other.toString({ lineWidth: width })
          const before = meant(path, text)
          const after = meant(path, laid)
          expect(toJson(before ?? fail(path))).toEqual(toJson(after ?? fail(laid)))
          expect(difference(before ?? fail(path), after ?? fail(laid))).toBeUndefined()
          holds(path, laid)
        }
      ),
      { numRuns: 12 }
    )
  }, 60_000)
})

describe("a file with a part removed", () => {
  it("is formatted with the same meaning, or left unchanged", () => {
    fc.assert(
      fc.property(anyFile, fc.array(fc.nat(400), { minLength: 1, maxLength: 3 }), ({ path, text }, gone) => {
        const lines = text.split("\n")
        const rest = lines.filter((_, index) => !gone.some((each) => each % lines.length === index)).join("\n")
        const { tree } = parseYaml({ path, text: rest })
        if (tree === undefined) {
          expect(format({ path, text: rest }).text).toBeUndefined()
          return
        }
        holds(path, rest)
      }),
      { numRuns: 25 }
    )
  }, 60_000)
})

const fail = (what: string): never => {
  throw new Error(`cannot be read: ${what}`)
}
