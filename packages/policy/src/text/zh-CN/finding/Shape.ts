/** `shape/…`: keys and values that the language does not have at their place. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Shape.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const shape: Like<typeof en.shape> = {
  "shape/unknown-key": {
    message: ({ key, where }) => `${where}没有 ${quoted(key)} 这个键`,
    label: ({ guess, allowed }) =>
      guess === undefined ? (allowed.length > 0 ? `应为 ${listed(allowed)}` : "") : `是否要写 ${quoted(guess)}？`,
    fix: (text) => `改为 ${quoted(text)}`
  },
  "shape/item-twice": { message: ({ item }) => `${quoted(item)} 在这个列表中出现两次`, help: "请删去其中一处" },
  "shape/empty-list": {
    message: ({ key }) => `${quoted(key)} 是空列表，什么也没有要求`,
    help: "请写明要列出的内容，或删去这个键；要去掉继承的内容请写 `removed`"
  },
  "shape/no-effect": { message: ({ key, why }) => `${quoted(key)} 在此不起作用：${why}`, help: "请删去" },
  "shape/missing-key": {
    message: ({ keys, where, any }) => `${where}必须写明 ${listed(keys)}${any === true ? " 之一" : ""}`,
    label: () => "此处缺少"
  },
  "shape/two-of": { message: ({ keys, where }) => `${where}只能写 ${listed(keys)} 其中之一` },
  "shape/wrong-type": {
    message: ({ where, found }) =>
      `${where === undefined ? "此处" : `${quoted(where)} 处`}不能写${found.startsWith("`") ? " " : ""}${found}`,
    label: ({ expected }) => `应为${expected}`
  },
  "shape/unknown-word": {
    message: ({ word, where }) => `${where === undefined ? "此处" : quoted(where)} 不能写 ${quoted(word)}`,
    label: ({ guess, allowed }) => (guess === undefined ? `应为 ${listed(allowed)}` : `是否要写 ${quoted(guess)}？`),
    fix: (text) => `改为 ${quoted(text)}`
  }
}
