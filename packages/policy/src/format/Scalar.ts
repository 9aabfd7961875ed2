/** Writes one word, number or text: with its old quotes, with new quotes if it needs them, or as a block text. */

import { readYaml } from "../parse/Yaml.ts"
import type { ScalarNode } from "../source/Node.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import { rewritten } from "../vocabulary/Placeholder.ts"

/** How a scalar is written on a line of its own, and between brackets. */
export interface WrittenScalar {
  readonly alone: string
  readonly inline: string
}

/** A text of several lines: its header, and its lines without indentation. */
export interface BlockText {
  readonly header: string
  readonly lines: ReadonlyArray<string>
}

/** Returns how a scalar is written on one line. `isChanged`: it differs from its source. */
export const writtenOf = (node: ScalarNode, isChanged: boolean): WrittenScalar => {
  const { value, source, quoted } = node
  if (typeof value !== "string") return { alone: source, inline: source }
  const isSource = !isChanged && !source.includes("\n") && !/^[|>]/.test(source)
  const plain = quoted ? undefined : isSource ? source : isPlain(value, false) ? value : undefined
  const quotes = inQuotes(value)
  if (plain === undefined || isSentence(plain)) return { alone: quotes, inline: quotes }
  return { alone: plain, inline: isPlain(plain, true) ? plain : quotes }
}

/** Returns a text in double quotes. Invisible characters are written by their numbers. */
const inQuotes = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u0080-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`
  )

/**
 * Returns whether a text is a sentence. Sentences always have quotes, because between brackets a comma would split
 * them.
 */
const isSentence = (text: string): boolean => /[，。？！；：、“”?!;]/u.test(text)

const numbers =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const words = /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE)$/

/** Returns whether a text without quotes is read as this text. */
const isPlain = (text: string, inBrackets: boolean): boolean =>
  text !== "" &&
  text.trim() === text &&
  !/[\n\r\t]/.test(text) &&
  !/^[,[\]{}#&*!|>'"%@`]/.test(text) &&
  !/^[-?:](?:\s|$)/.test(text) &&
  !/:(?:\s|$)|\s#/.test(text) &&
  !(inBrackets && /[,[\]{}]|^[-?:]/.test(text)) &&
  !numbers.test(text) &&
  !words.test(text)

/**
 * Returns the lines of a block text (`|`, `>`) with the placeholders of a key language; undefined if the scalar is no
 * block text, or only quotes can express it.
 */
export const blockOf = ({ value, source }: ScalarNode, to: KeyLanguage): BlockText | undefined => {
  const header = /^[|>][-+]?(?=\s|$)/.exec(source)?.[0]
  if (header === undefined || typeof value !== "string" || header.endsWith("+")) return undefined
  const [, ...body] = source.split(/\r?\n/)
  const indent = /^ */.exec(body.find((line) => line.trim() !== "") ?? "")?.[0].length ?? 0
  const lines = body.map((line) => (line.trim() === "" ? "" : rewritten(line.slice(indent), to)))
  // Text with its own indentation or with blanks at the end needs quotes.
  const text = ["k: ", header, "\n", ...lines.map((line) => (line === "" ? "\n" : `  ${line}\n`))].join("")
  const { tree, faults } = readYaml({ path: "", text })
  const read = tree?._tag === "Map" ? tree.entries[0]?.value : undefined
  return faults.length === 0 && read?._tag === "Scalar" && read.value === value ? { header, lines } : undefined
}
