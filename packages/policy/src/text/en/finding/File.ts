/** `file/…`: a file that cannot be read as text at all. */
import type { file as rows } from "../../../diagnostic/catalogue/File.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const kinds = {
  policy: "a policy",
  scenario: "a scenario file",
  people: "a people file",
  mapping: "a mapping file",
  simulation: "a simulation file",
  log: "a log mapping"
}

const megabytes = (bytes: number): string => (Math.ceil((bytes / 1_048_576) * 10) / 10).toString()

const point = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`

export const file = {
  "file/unreadable": {
    message: ({ path, why }) => `${quoted(path)} cannot be read${why === undefined ? "" : `: ${why}`}`
  },
  "file/outside": {
    message: ({ path }) => `${quoted(path)} is outside the folder of the policy`,
    help: "a policy reads only files in its own folder and below; copy the file there, or extend a `pack:`"
  },
  "file/other-kind": {
    message: ({ kind, expected }) => `this is ${kinds[kind]}, but ${kinds[expected]} is expected here`,
    help: ({ kind }) => (kind === "policy" ? "" : "`hearback test` checks scenarios and the people file that they name")
  },
  "file/empty": { message: "the file is empty", help: "a policy starts with `hearback: 1`" },
  "file/too-large": {
    message: ({ size, limit }) => `the file has ${megabytes(size)} MB; at most ${megabytes(limit)} MB are read`,
    help: "move word lists and messages to parts and message files"
  },
  "file/too-many-parts": {
    message: ({ limit }) => `the file has more than ${limit} words and signs, which is the maximum`,
    help: "split it into `parts`"
  },
  "file/too-deep": { message: ({ limit }) => `maps and lists are nested more than ${limit} deep here` },
  "file/encoding": {
    message: ({ looksLike }) => `the file is not UTF-8${looksLike === undefined ? "" : `; it looks like ${looksLike}`}`,
    label: ({ byte }) => `the first byte that is not UTF-8 is number ${byte + 1}`,
    help: "save the file as UTF-8"
  },
  "file/control-character": {
    message: ({ code }) => `there is an unprintable character here (${point(code)})`,
    help: "remove the character"
  }
} satisfies FindingTexts<typeof rows>
