/** `category/…` and `dictionary/…`: the dictionary as a whole. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Category.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const category: Like<typeof en.category> = {
  "category/never-chosen": {
    message: ({ category }) => `没有任何用语会判到类别 ${quoted(category)}`,
    label: "请写明 `words`",
    help: "或在表单里提供 `category` 供选择，或设一个凭据为 `classification` 的关口"
  },
  "category/no-default": {
    message: ({ category, dimension, row }) =>
      `类别 ${quoted(category)} 没有写 ${quoted(dimension)} 的等级，而 ${quoted(row)} 要从类别取值`,
    help: ({ dimension }) => `请写 \`defaults: { ${dimension}: … }\``
  },
  "category/no-otherwise": {
    message: ({ dimension, row }) =>
      `未匹配任何类别的案件没有 ${quoted(dimension)} 等级，而 ${quoted(row)} 要从类别取值`,
    help: "请在 `dictionary.otherwise` 写明这类案件归入的类别"
  },
  "category/cycle": { message: ({ path }) => `这些类别互为上级：${path.map((each) => quoted(each)).join(" → ")}` },
  "dictionary/word-twice": {
    message: ({ word, one, other }) => `${quoted(word)} 既属于 ${quoted(one)} 又属于 ${quoted(other)}`,
    help: "请只留一处，或写成更长的用语"
  }
}
