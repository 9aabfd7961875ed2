/** What may stand at a place. */
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const value = {
  /** What a value is to the schema. */
  kind: {
    object: "a map",
    array: "a list",
    string: "a text",
    number: "a number",
    integer: "a whole number",
    boolean: "`yes` or `no`"
  },
  text: "a text",
  number: "a number",
  integer: "a whole number",
  file: "a file",
  money: "an amount of money",
  date: "a date",
  duration: "a length of time",
  "one-of": "one of its names",
  "some-of": "some of its names",
  scale: "a score of its scale",
  "yes-no": "`yes` or `no`",
  /** What fits an input of a condition. */
  cell: {
    flag: "`yes` or `no`",
    span: 'a length of time such as `4 hours`, or a test such as `">= 4 hours"`',
    period: 'a time such as `6 months` or `14 days` (from 28 days on in months), or a test such as `"> 6 months"`',
    date: 'a date such as `2026-11-20`, or a test such as `">= 2026-11-20"`',
    amount: (isWhole: boolean, unit: string) =>
      `${isWhole ? "a whole number" : "a number"}${unit === "" ? "" : ` of ${unit}`}, or a test such as \`">= 3"\``
  },
  oneOf: (words: readonly string[]) => (words.length === 1 ? quoted(words[0] ?? "") : `one of ${listed(words)}`),
  either: (each: readonly string[]) => each.join(" or "),
  suchAs: (what: string, example: string) => `${what}, such as ${quoted(example)}`,
  expected: (what: string) => `expected ${what}`
}
