/** `extends/…`, one policy over others; `pack/…`, `binding/…` and `source/…`, what a pack leaves open, holds fast and rests on. */
import { entry } from "../text/Entry.ts"
import { quoted, said } from "../text/Said.ts"

export const extending = {
  "extends/unknown": entry<{ name: string; known: ReadonlyArray<string>; guess?: string; sure?: boolean }>({
    level: "error",
    message: {
      en: ({ name }) => `there is no pack or file ${quoted(name)}`,
      "zh-CN": ({ name }) => `没有策略包或文件 ${quoted(name)}`
    },
    label: {
      en: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`),
      "zh-CN": ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`)
    },
    help: {
      en: ({ known }) =>
        known.length === 0
          ? ""
          : `packs at hand: ${known.map((each) => quoted(each)).join(", ")}; a file is named \`./x.policy.yaml\``,
      "zh-CN": ({ known }) =>
        known.length === 0
          ? ""
          : `可用策略包：${known.map((each) => quoted(each)).join("、")}；文件写作 \`./x.policy.yaml\``
    },
    fix: ({ guess, sure }) =>
      guess !== undefined && sure === true
        ? { text: guess, title: said(`write ${quoted(guess)}`, `改为 ${quoted(guess)}`) }
        : undefined
  }),
  "extends/cycle": entry<{ names: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ names }) => `these policies extend each other: ${names.map((each) => quoted(each)).join(" → ")}`,
      "zh-CN": ({ names }) => `这些策略互相继承：${names.map((each) => quoted(each)).join(" → ")}`
    }
  }),
  "extends/conflict": entry<{ path: string; packs: readonly [string, string] }>({
    level: "error",
    message: {
      en: ({ path, packs }) => `${quoted(packs[0])} and ${quoted(packs[1])} set ${quoted(path)} differently`,
      "zh-CN": ({ path, packs }) => `${quoted(packs[0])} 与 ${quoted(packs[1])} 对 ${quoted(path)} 的设定不同`
    },
    help: { en: () => "say in your policy which value holds", "zh-CN": () => "请在策略中写明采用哪个值" }
  }),
  "extends/no-base": entry({
    level: "warning",
    message: {
      en: () => "the policy does not extend `pack:base`, where every default stands",
      "zh-CN": () => "策略没有继承 `pack:base`，缺省规则都在其中"
    },
    help: { en: () => "write `extends: [pack:base]`", "zh-CN": () => "请写 `extends: [pack:base]`" }
  }),
  "extends/removed-but-used": entry<{ path: string; by: string }>({
    level: "error",
    message: {
      en: ({ path, by }) => `${quoted(path)} is removed here, but ${quoted(by)} refers to it`,
      "zh-CN": ({ path, by }) => `此处删去了 ${quoted(path)}，但 ${quoted(by)} 仍在使用它`
    }
  }),
  "extends/loop-replaced": entry<{ loop: string; was: string }>({
    level: "info",
    message: {
      en: ({ loop, was }) => `loop ${quoted(loop)} takes the place of ${quoted(was)}, which was for the same cases`,
      "zh-CN": ({ loop, was }) => `闭环路径 ${quoted(loop)} 取代了适用于同样案件的 ${quoted(was)}`
    }
  }),
  "extends/nothing-removed": entry<{ path: string; guess?: string }>({
    level: "error",
    message: {
      en: ({ path }) => `nothing called ${quoted(path)} is inherited that could be removed`,
      "zh-CN": ({ path }) => `没有继承到 ${quoted(path)}，无从删去`
    },
    label: {
      en: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`),
      "zh-CN": ({ guess }) => (guess === undefined ? "" : `是否要写 ${quoted(guess)}？`)
    }
  }),
  "extends/nothing-to-change": entry<{ path: string; word: string }>({
    level: "error",
    message: {
      en: ({ path, word }) => `${quoted(word)} changes an inherited list, and ${quoted(path)} inherits none`,
      "zh-CN": ({ path, word }) => `${quoted(word)} 用于增减继承来的列表，而 ${quoted(path)} 没有继承`
    }
  }),
  "extends/part-twice": entry<{ path: string }>({
    level: "error",
    message: {
      en: ({ path }) => `${quoted(path)} stands in two files of the policy`,
      "zh-CN": ({ path }) => `${quoted(path)} 在策略的两个文件中重复出现`
    },
    help: { en: () => "parts are joined, not merged: keep one", "zh-CN": () => "分文件只拼接、不合并：请保留一处" }
  }),
  "extends/part-of-another": entry<{ part: string; policy: string }>({
    level: "error",
    message: {
      en: ({ part, policy }) => `the file is part of ${quoted(part)}, not of ${quoted(policy)}`,
      "zh-CN": ({ part, policy }) => `此文件属于 ${quoted(part)}，而不是 ${quoted(policy)}`
    }
  }),
  "pack/left-open": entry<{ what: string }>({
    level: "info",
    message: {
      en: ({ what }) => `the pack leaves ${what} to its heirs`,
      "zh-CN": ({ what }) => `策略包把 ${what} 留给继承者设定`
    }
  }),
  "pack/not-a-pack": entry({
    level: "error",
    message: {
      en: () => "`version` counts the editions of a pack; versions of a policy are counted when they are published",
      "zh-CN": () => "`version` 是策略包的版次；策略的版本在发布时自动计算"
    },
    help: { en: () => "take `version` out", "zh-CN": () => "请删去 `version`" }
  }),
  "source/unknown": entry<{ basis: string; known: readonly string[] }>({
    level: "warning",
    message: {
      en: ({ basis }) => `${quoted(basis)} is a clause of none of the sources`,
      "zh-CN": ({ basis }) => `${quoted(basis)} 不是任何来源的条款`
    },
    help: {
      en: ({ known }) =>
        `a \`basis\` begins with what its source is cited by (${known.map((each) => quoted(each)).join(", ")}); add what it rests on to \`sources\``,
      "zh-CN": ({ known }) =>
        `\`basis\` 以来源的引称开头（${known.map((each) => quoted(each)).join("、")}）；所依据的文本请写入 \`sources\``
    }
  }),
  "binding/loosened": entry<{ path: string; from: string; to: string }>({
    level: "error",
    message: {
      en: ({ path, from, to }) =>
        `${quoted(path)} is binding and may be tightened, not loosened from ${quoted(from)} to ${quoted(to)}`,
      "zh-CN": ({ path, from, to }) =>
        `${quoted(path)} 为强制条款，只可收紧，不可由 ${quoted(from)} 放宽为 ${quoted(to)}`
    }
  })
}
