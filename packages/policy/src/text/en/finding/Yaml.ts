/** `yaml/…`: how a file is written, before what it says. */
import type { yaml as rows } from "../../../diagnostic/catalogue/Yaml.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const faults = {
  indentation: {
    says: "this line is not indented like its neighbours",
    help: "keys of one map begin in one column; what belongs to a key stands further right"
  },
  "unclosed-quote": { says: "a quote is opened here and never closed", help: "close the text with the same quote" },
  "unclosed-bracket": {
    says: "a bracket is opened here and never closed",
    help: "every `{` needs its `}`, every `[` its `]`; a sentence with brackets goes into quotes"
  },
  "extra-bracket": { says: "this bracket closes what nothing opened", help: "take it out" },
  "missing-comma": {
    says: "a comma is missing between two entries",
    help: "inside `{ }` and `[ ]` entries are parted by an ASCII comma"
  },
  "missing-colon": { says: "a key without a colon and a value", help: "write `key: value`" },
  "extra-words": {
    says: "words stand behind a value that has already ended",
    help: "put the whole sentence into quotes"
  },
  escape: {
    says: "a backslash in double quotes begins an escape that does not exist",
    help: "double the backslash, or use single quotes"
  },
  key: { says: "a key must be one short word or name on one line", help: "write `key: value`" },
  other: { says: "this cannot be read", help: "if it is a sentence, put it into quotes" }
}

const readAs = (source: string, read: string): string => {
  if (read === "true" || read === "false") return "yes or no"
  return source === read || read === "NaN" ? "a number" : `the number ${quoted(read)}`
}

export const yaml = {
  "yaml/syntax": {
    message: ({ fault }) => faults[fault].says,
    help: ({ fault, fitting = [] }) =>
      (fitting.length === 0 ? "" : `begin the line in column ${fitting.join(" or ")}: `) + faults[fault].help
  },
  "yaml/indentation": {
    message: ({ words, isTooDeep }) => `${quoted(words)} stands too far ${isTooDeep ? "right" : "left"}`,
    label: ({ column, under }) =>
      `belongs in column ${column}, ${under === undefined ? "as a section of the file" : `under ${quoted(under)}`}`,
    help: "keys of one map begin in one column; what belongs to a key stands further right"
  },
  "yaml/dash": {
    message: ({ parted, under }) =>
      parted
        ? "a blank is missing behind the dash"
        : `an item${under === undefined ? "" : ` of ${quoted(under)}`} has no dash`,
    label: "write `- ` before it"
  },
  "yaml/tab": {
    message: ({ indents }) => (indents ? "the line is indented by a tab" : "a tab stands between words"),
    label: "write blanks",
    fix: "write blanks"
  },
  "yaml/duplicate-key": {
    message: ({ key }) => `${quoted(key)} stands here twice`,
    help: "join the two, or take one out"
  },
  "yaml/tag": {
    message: ({ tag }) => `tags such as ${quoted(tag)} are not read`,
    help: "leave the tag out; a text goes into quotes",
    fix: "leave the tag out"
  },
  "yaml/anchor": {
    message: ({ anchor }) => `anchors such as ${quoted(anchor)} are not read`,
    help: "say it where it is needed, or give it a name in the pack that both extend",
    fix: "leave the anchor out"
  },
  "yaml/alias": {
    message: ({ alias }) => `aliases such as ${quoted(alias)} are not read`,
    help: "write the value itself"
  },
  "yaml/merge-key": {
    message: "`<<` is not read",
    help: "what policies have in common stands in a pack that they extend (`extends`)"
  },
  "yaml/empty-value": {
    message: ({ key, written }) =>
      `${key === undefined ? "an item of the list" : quoted(key)} has no value${written === "" ? "" : ` (${quoted(written)} is none)`}`,
    help: "write its value; to take an inherited entry out say `removed`"
  },
  "yaml/comma": {
    message: ({ number }) => `the comma split your ${number === true ? "number" : "sentence"} in two`,
    label: ({ number }) => (number === true ? "write it without commas" : "put it into quotes"),
    fix: "put the sentence into quotes"
  },
  "yaml/colon": {
    message: ({ fullWidth }) =>
      fullWidth ? "a full-width colon does not end a key" : "a blank is missing behind the colon",
    label: "write `: `",
    fix: "write a colon and a blank"
  },
  "yaml/full-width": {
    message: "full-width quotes or blanks stand around a key",
    label: ({ key }) => `write ${quoted(key)}`,
    fix: (text) => `write ${quoted(text)}`
  },
  "yaml/punctuation": {
    message: ({ sign, right }) => `${quoted(sign)} is read as a letter: here stands ${quoted(right)}`,
    help: "where it belongs to a text, put the text into quotes"
  },
  "yaml/quote-the-test": {
    message: ({ test }) => `the test ${quoted(test)} needs quotes`,
    fix: "put the test into quotes"
  },
  "yaml/quote-the-text": {
    message: ({ sentence }) => `the text ${quoted(sentence)} needs quotes`,
    fix: "put the text into quotes"
  },
  "yaml/comment": {
    message: ({ sentence }) => `the text ${quoted(sentence)} ends at its \` #\`: what follows is a comment`,
    help: "put the whole text into quotes; a comment has a blank behind its `#`"
  },
  "yaml/number-as-text": {
    message: ({ source, read }) => `${quoted(source)} is read as ${readAs(source, read)}, and a text belongs here`,
    fix: "put it into quotes"
  },
  "yaml/many-documents": {
    message: "a second document begins here",
    help: "a file holds one document; put the other into a file of its own"
  },
  "yaml/merge-conflict": {
    message: "two changes stand here side by side, not merged",
    help: "keep what is meant of both sides, and take out the three lines that git added"
  },
  "yaml/directive": {
    message: ({ directive }) => `${quoted(directive)} is not read`,
    help: "take the line out; files are YAML 1.2"
  },
  "yaml/key-not-text": { message: "a key must be a word or a name" }
} satisfies FindingTexts<typeof rows>
