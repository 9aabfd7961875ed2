/** `extends/…`, one policy over others; `pack/…`, `binding/…` and `source/…`, what a pack leaves open, holds fast and rests on. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Extends.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const extending: Like<typeof en.extending> = {
  "extends/unknown": {
    message: ({ name }) => `没有策略包或文件 ${quoted(name)}`,
    label: ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`),
    help: ({ known }) =>
      known.length === 0
        ? ""
        : `可用策略包：${known.map((each) => quoted(each)).join("、")}；文件写作 \`./x.policy.yaml\``,
    fix: (text) => `改为 ${quoted(text)}`
  },
  "extends/cycle": { message: ({ names }) => `这些策略互相继承：${names.map((each) => quoted(each)).join(" → ")}` },
  "extends/conflict": {
    message: ({ path, packs }) => `${quoted(packs[0])} 与 ${quoted(packs[1])} 对 ${quoted(path)} 的设定不同`,
    help: "请在策略中写明采用哪个值"
  },
  "extends/no-base": { message: "策略没有继承 `pack:base`，缺省规则都在其中", help: "请写 `extends: [pack:base]`" },
  "extends/removed-but-used": { message: ({ path, by }) => `此处删去了 ${quoted(path)}，但 ${quoted(by)} 仍在使用它` },
  "extends/loop-replaced": {
    message: ({ loop, was }) => `闭环路径 ${quoted(loop)} 取代了适用于同样案件的 ${quoted(was)}`
  },
  "extends/nothing-removed": {
    message: ({ path }) => `没有继承到 ${quoted(path)}，无从删去`,
    label: ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`)
  },
  "extends/nothing-to-change": {
    message: ({ path, word }) => `${quoted(word)} 用于增减继承来的列表，而 ${quoted(path)} 没有继承`
  },
  "extends/part-twice": {
    message: ({ path }) => `${quoted(path)} 在策略的两个文件中重复出现`,
    help: "分文件只拼接、不合并：请保留一处"
  },
  "extends/part-of-another": { message: ({ part, policy }) => `此文件属于 ${quoted(part)}，而不是 ${quoted(policy)}` },
  "pack/left-open": {
    message: ({ what }) => `策略包把 ${what}${/\p{Script=Han}$/u.test(what) ? "" : " "}留给继承者设定`
  },
  "pack/not-a-pack": { message: "`version` 是策略包的版次；策略的版本在发布时自动计算", help: "请删去 `version`" },
  "source/unknown": {
    message: ({ basis }) => `${quoted(basis)} 不是任何来源的条款`,
    help: ({ known }) =>
      `\`basis\` 以来源的引称开头（${known.map((each) => quoted(each)).join("、")}）；所依据的文本请写入 \`sources\``
  },
  "binding/loosened": {
    message: ({ path, from, to }) => `${quoted(path)} 为强制条款，只可收紧，不可由 ${quoted(from)} 放宽为 ${quoted(to)}`
  }
}
