/** `shape/…`: keys and values that the language does not have at their place. */
import type { shape as rows } from "../../../diagnostic/catalogue/Shape.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

function every(keys: ReadonlyArray<string>): string {
  const words = keys.map((key) => quoted(key))
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}

export const shape = {
  "shape/unknown-key": {
    message: ({ key, where }) => `${quoted(key)} is not a key of ${where}`,
    label: ({ guess, allowed }) =>
      guess === undefined
        ? allowed.length > 0
          ? `expected ${listed(allowed)}`
          : ""
        : `did you mean ${quoted(guess)}?`,
    fix: (text) => `write ${quoted(text)}`
  },
  "shape/item-twice": {
    message: ({ item }) => `${quoted(item)} is in this list twice`,
    help: "remove one of the two"
  },
  "shape/empty-list": {
    message: ({ key }) => `${quoted(key)} is an empty list, which has no effect`,
    help: "write its items, or remove the key; `removed` removes what is inherited"
  },
  "shape/no-effect": { message: ({ key, why }) => `${quoted(key)} changes nothing here: ${why}`, help: "remove it" },
  "shape/missing-key": {
    message: ({ keys, where, any }) => `${where} needs ${any === true ? listed(keys) : every(keys)}`,
    label: ({ keys, any }) => (keys.length === 1 || any === true ? "it is missing here" : "they are missing here")
  },
  "shape/two-of": { message: ({ keys, where }) => `${where} takes one of ${listed(keys)}, not two` },
  "shape/wrong-type": {
    message: ({ where, found }) => `${found} is not allowed ${where === undefined ? "here" : `at ${quoted(where)}`}`,
    label: ({ expected }) => `expected ${expected}`
  },
  "shape/unknown-word": {
    message: ({ word, where }) =>
      `${quoted(word)} is not allowed ${where === undefined ? "here" : `at ${quoted(where)}`}`,
    label: ({ guess, allowed }) =>
      guess === undefined ? `expected ${listed(allowed)}` : `did you mean ${quoted(guess)}?`,
    fix: (text) => `write ${quoted(text)}`
  }
} satisfies FindingTexts<typeof rows>
