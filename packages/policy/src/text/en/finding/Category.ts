/** `category/…` and `dictionary/…`: the dictionary as a whole. */
import type { category as rows } from "../../../diagnostic/catalogue/Category.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const category = {
  "category/never-chosen": {
    message: ({ category }) => `no word leads to the category ${quoted(category)}`,
    label: "give it `words`",
    help: "or offer `category` on a form, or add a gate that needs `classification`"
  },
  "category/no-default": {
    message: ({ category, dimension, row }) =>
      `category ${quoted(category)} names no level of ${quoted(dimension)}, which ${quoted(row)} takes from it`,
    help: ({ dimension }) => `give it \`defaults: { ${dimension}: … }\``
  },
  "category/no-otherwise": {
    message: ({ dimension, row }) =>
      `a case that matches no category has no level of ${quoted(dimension)}, which ${quoted(row)} takes from the category`,
    help: "name the category of such cases in `dictionary.otherwise`"
  },
  "category/cycle": {
    message: ({ path }) => `these categories contain each other: ${path.map((each) => quoted(each)).join(" → ")}`
  },
  "dictionary/word-twice": {
    message: ({ word, one, other }) => `${quoted(word)} points to both ${quoted(one)} and ${quoted(other)}`,
    help: "keep it for one of them, or add more words to it"
  }
} satisfies FindingTexts<typeof rows>
