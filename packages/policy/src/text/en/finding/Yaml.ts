/** `yaml/…`: how a file is written, before what it says. */
import type { yaml as rows } from "../../../diagnostic/catalogue/Yaml.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const faults = {
  indentation: {
    says: "this line is not indented like its neighbours",
    help: "keys of one map start in the same column; what belongs to a key is further right"
  },
  "unclosed-quote": { says: "a quote is opened here and never closed", help: "close the text with the same quote" },
  "unclosed-bracket": {
    says: "a bracket is opened here and never closed",
    help: "every `{` needs its `}`, every `[` its `]`; put a sentence with brackets in quotes"
  },
  "extra-bracket": { says: "this bracket closes nothing", help: "remove it" },
  "missing-comma": {
    says: "a comma is missing between two entries",
    help: "inside `{ }` and `[ ]`, entries are separated by an ASCII comma"
  },
  "missing-colon": { says: "this key has no colon and value", help: "write `key: value`" },
  "extra-words": {
    says: "there are words after the end of a value",
    help: "put the whole sentence in quotes"
  },
  escape: {
    says: "a backslash in double quotes starts an unknown escape sequence",
    help: "double the backslash, or use single quotes"
  },
  key: { says: "a key must be one short word or name on one line", help: "write `key: value`" },
  other: { says: "this cannot be read", help: "if it is a sentence, put it in quotes" }
}

const readAs = (source: string, read: string): string => {
  if (read === "true" || read === "false") return "yes or no"
  return source === read || read === "NaN" ? "a number" : `the number ${quoted(read)}`
}

export const yaml = {
  "yaml/syntax": {
    message: ({ fault }) => faults[fault].says,
    help: ({ fault, fitting = [] }) =>
      (fitting.length === 0 ? "" : `start the line in column ${fitting.join(" or ")}: `) + faults[fault].help
  },
  "yaml/indentation": {
    message: ({ words, isTooDeep }) => `${quoted(words)} is too far to the ${isTooDeep ? "right" : "left"}`,
    label: ({ column, under }) =>
      `belongs in column ${column}, ${under === undefined ? "as a section of the file" : `under ${quoted(under)}`}`,
    help: "keys of one map start in the same column; what belongs to a key is further right"
  },
  "yaml/dash": {
    message: ({ parted, under }) =>
      parted
        ? "a space is missing after the dash"
        : `an item${under === undefined ? "" : ` of ${quoted(under)}`} has no dash`,
    label: "write `- ` before it"
  },
  "yaml/tab": {
    message: ({ indents }) => (indents ? "the line is indented by a tab" : "there is a tab between words"),
    label: "use spaces",
    fix: "use spaces"
  },
  "yaml/duplicate-key": {
    message: ({ key }) => `${quoted(key)} is here twice`,
    help: "join the two, or remove one"
  },
  "yaml/tag": {
    message: ({ tag }) => `tags such as ${quoted(tag)} are not supported`,
    help: "remove the tag; put a text in quotes",
    fix: "remove the tag"
  },
  "yaml/anchor": {
    message: ({ anchor }) => `anchors such as ${quoted(anchor)} are not supported`,
    help: "write the value where it is needed, or move it to a pack that both extend",
    fix: "remove the anchor"
  },
  "yaml/alias": {
    message: ({ alias }) => `aliases such as ${quoted(alias)} are not supported`,
    help: "write the value itself"
  },
  "yaml/merge-key": {
    message: "`<<` is not supported",
    help: "put what policies share into a pack that they extend (`extends`)"
  },
  "yaml/empty-value": {
    message: ({ key, written }) =>
      `${key === undefined ? "an item of the list" : quoted(key)} has no value${written === "" ? "" : ` (${quoted(written)} is not a value)`}`,
    help: "write its value; to remove an inherited entry, write `removed`"
  },
  "yaml/comma": {
    message: ({ number }) => `the comma split your ${number === true ? "number" : "sentence"} in two`,
    label: ({ number }) => (number === true ? "write it without commas" : "put it in quotes"),
    fix: "put the sentence in quotes"
  },
  "yaml/colon": {
    message: ({ fullWidth }) =>
      fullWidth ? "a full-width colon does not end a key" : "a space is missing after the colon",
    label: "write `: `",
    fix: "write a colon and a space"
  },
  "yaml/full-width": {
    message: "there are full-width quotes or spaces around a key",
    label: ({ key }) => `write ${quoted(key)}`,
    fix: (text) => `write ${quoted(text)}`
  },
  "yaml/punctuation": {
    message: ({ sign, right }) => `${quoted(sign)} is read as a letter: write ${quoted(right)}`,
    help: "if it belongs to a text, put the text in quotes"
  },
  "yaml/quote-the-test": {
    message: ({ test }) => `the test ${quoted(test)} needs quotes`,
    fix: "put the test in quotes"
  },
  "yaml/quote-the-text": {
    message: ({ sentence }) => `the text ${quoted(sentence)} needs quotes`,
    fix: "put the text in quotes"
  },
  "yaml/comment": {
    message: ({ sentence }) => `the text ${quoted(sentence)} ends at \` #\`: the rest is a comment`,
    help: "put the whole text in quotes; a comment has a space after its `#`"
  },
  "yaml/number-as-text": {
    message: ({ source, read }) => `${quoted(source)} is read as ${readAs(source, read)}, but a text is expected here`,
    fix: "put it in quotes"
  },
  "yaml/many-documents": {
    message: "a second document starts here",
    help: "a file holds one document; put the other one in a separate file"
  },
  "yaml/merge-conflict": {
    message: "there is an unresolved merge conflict here",
    help: "keep what you need of both sides, and remove the three lines that git added"
  },
  "yaml/directive": {
    message: ({ directive }) => `${quoted(directive)} is not supported`,
    help: "remove the line; files are YAML 1.2"
  },
  "yaml/key-not-text": { message: "a key must be a word or a name" }
} satisfies FindingTexts<typeof rows>
