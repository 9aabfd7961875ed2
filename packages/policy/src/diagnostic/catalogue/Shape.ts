/** `shape/…`: keys and values that the language does not have at their place. */
import { entry } from "../text/Entry.ts"
import { listed, quoted, type Said, said } from "../text/Said.ts"

export const shape = {
  "shape/unknown-key": entry<{
    key: string
    where: Said
    guess?: string
    sure?: boolean
    allowed: ReadonlyArray<string>
  }>({
    level: "error",
    message: {
      en: ({ key, where }) => `${quoted(key)} is no key of ${where.en}`,
      "zh-CN": ({ key, where }) => `${where["zh-CN"]}没有 ${quoted(key)} 这个键`
    },
    label: {
      en: ({ guess, allowed }) =>
        guess === undefined
          ? allowed.length > 0
            ? `expected ${listed(allowed, "en")}`
            : ""
          : `did you mean ${quoted(guess)}?`,
      "zh-CN": ({ guess, allowed }) =>
        guess === undefined
          ? allowed.length > 0
            ? `应为 ${listed(allowed, "zh-CN")}`
            : ""
          : `是否要写 ${quoted(guess)}？`
    },
    fix: ({ guess, sure }) =>
      guess !== undefined && sure === true
        ? { text: guess, title: said(`write ${quoted(guess)}`, `改为 ${quoted(guess)}`) }
        : undefined
  }),
  "shape/item-twice": entry<{ item: string }>({
    level: "warning",
    message: {
      en: ({ item }) => `${quoted(item)} stands in this list twice`,
      "zh-CN": ({ item }) => `${quoted(item)} 在这个列表中出现两次`
    },
    help: { en: () => "take one of the two out", "zh-CN": () => "请删去其中一处" }
  }),
  "shape/no-effect": entry<{ key: string; why: Said }>({
    level: "warning",
    message: {
      en: ({ key, why }) => `${quoted(key)} changes nothing here: ${why.en}`,
      "zh-CN": ({ key, why }) => `${quoted(key)} 在此不起作用：${why["zh-CN"]}`
    },
    help: { en: () => "take it out", "zh-CN": () => "请删去" }
  }),
  "shape/missing-key": entry<{ keys: ReadonlyArray<string>; where: Said; any?: boolean }>({
    level: "error",
    message: {
      en: ({ keys, where, any }) => `${where.en} must say ${any === true ? listed(keys, "en") : every(keys)}`,
      "zh-CN": ({ keys, where, any }) =>
        `${where["zh-CN"]}必须写明 ${listed(keys, "zh-CN")}${any === true ? " 之一" : ""}`
    },
    label: {
      en: ({ keys, any }) => (keys.length === 1 || any === true ? "it is missing here" : "they are missing here"),
      "zh-CN": () => "此处缺少"
    }
  }),
  "shape/two-of": entry<{ keys: ReadonlyArray<string>; where: Said }>({
    level: "error",
    message: {
      en: ({ keys, where }) => `${where.en} says one of ${listed(keys, "en")}, not two`,
      "zh-CN": ({ keys, where }) => `${where["zh-CN"]}只能写 ${listed(keys, "zh-CN")} 其中之一`
    }
  }),
  "shape/wrong-type": entry<{ where?: string; expected: Said; found: Said }>({
    level: "error",
    message: {
      en: ({ where, found }) => `${found.en} cannot stand ${where === undefined ? "here" : `at ${quoted(where)}`}`,
      "zh-CN": ({ where, found }) => `${where === undefined ? "此处" : `${quoted(where)} 处`}不能写${found["zh-CN"]}`
    },
    label: { en: ({ expected }) => `expected ${expected.en}`, "zh-CN": ({ expected }) => `应为${expected["zh-CN"]}` }
  }),
  "shape/unknown-word": entry<{
    word: string
    where?: string
    guess?: string
    sure?: boolean
    allowed: ReadonlyArray<string>
  }>({
    level: "error",
    message: {
      en: ({ word, where }) => `${quoted(word)} is no word of ${where === undefined ? "this place" : quoted(where)}`,
      "zh-CN": ({ word, where }) => `${where === undefined ? "此处" : quoted(where)} 不能写 ${quoted(word)}`
    },
    label: {
      en: ({ guess, allowed }) =>
        guess === undefined ? `expected ${listed(allowed, "en")}` : `did you mean ${quoted(guess)}?`,
      "zh-CN": ({ guess, allowed }) =>
        guess === undefined ? `应为 ${listed(allowed, "zh-CN")}` : `是否要写 ${quoted(guess)}？`
    },
    fix: ({ guess, sure }) =>
      guess !== undefined && sure === true
        ? { text: guess, title: said(`write ${quoted(guess)}`, `改为 ${quoted(guess)}`) }
        : undefined
  })
}

function every(keys: ReadonlyArray<string>): string {
  const words = keys.map((key) => quoted(key))
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}
