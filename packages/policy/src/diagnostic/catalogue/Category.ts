/** `category/…` and `dictionary/…`: the dictionary as a whole. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const category = {
  "category/never-chosen": entry<{ category: string }>({
    level: "warning",
    message: {
      en: ({ category }) => `no word leads to the category ${quoted(category)}`,
      "zh-CN": ({ category }) => `没有任何用语会判到类别 ${quoted(category)}`
    },
    label: {
      en: () => "give it `words`",
      "zh-CN": () => "请写明 `words`"
    },
    help: {
      en: () => "or let a form offer `category`, or a gate that needs `classification` confirm it",
      "zh-CN": () => "或在表单里提供 `category` 供选择，或设一个凭据为 `classification` 的关口"
    }
  }),
  "category/no-default": entry<{ category: string; dimension: string; row: string }>({
    level: "error",
    message: {
      en: ({ category, dimension, row }) =>
        `category ${quoted(category)} names no level of ${quoted(dimension)}, which ${quoted(row)} takes from it`,
      "zh-CN": ({ category, dimension, row }) =>
        `类别 ${quoted(category)} 没有写 ${quoted(dimension)} 的等级，而 ${quoted(row)} 要从类别取值`
    },
    help: {
      en: ({ dimension }) => `give it \`defaults: { ${dimension}: … }\``,
      "zh-CN": ({ dimension }) => `请写 \`defaults: { ${dimension}: … }\``
    }
  }),
  "category/no-otherwise": entry<{ dimension: string; row: string }>({
    level: "error",
    message: {
      en: ({ dimension, row }) =>
        `a case that matches no category has no level of ${quoted(dimension)}, which ${quoted(row)} takes from the category`,
      "zh-CN": ({ dimension, row }) =>
        `未匹配任何类别的案件没有 ${quoted(dimension)} 等级，而 ${quoted(row)} 要从类别取值`
    },
    help: {
      en: () => "name the category of such cases in `dictionary.otherwise`",
      "zh-CN": () => "请在 `dictionary.otherwise` 写明这类案件归入的类别"
    }
  }),
  "category/cycle": entry<{ path: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ path }) => `these categories stand under each other: ${path.map((each) => quoted(each)).join(" → ")}`,
      "zh-CN": ({ path }) => `这些类别互为上级：${path.map((each) => quoted(each)).join(" → ")}`
    }
  }),
  "dictionary/word-twice": entry<{ word: string; one: string; other: string }>({
    level: "warning",
    message: {
      en: ({ word, one, other }) => `${quoted(word)} speaks for ${quoted(one)} and for ${quoted(other)}`,
      "zh-CN": ({ word, one, other }) => `${quoted(word)} 既属于 ${quoted(one)} 又属于 ${quoted(other)}`
    },
    help: {
      en: () => "leave it to one of them, or say more words with it",
      "zh-CN": () => "请只留一处，或写成更长的用语"
    }
  })
}
