/** `extends/…`, one policy over others; `pack/…`, `binding/…` and `source/…`, what a pack leaves open, holds fast and rests on. */
import type { extending as rows } from "../../../diagnostic/catalogue/Extends.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const extending = {
  "extends/unknown": {
    message: ({ name }) => `there is no pack or file ${quoted(name)}`,
    label: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`),
    help: ({ known }) =>
      known.length === 0
        ? ""
        : `packs at hand: ${known.map((each) => quoted(each)).join(", ")}; a file is named \`./x.policy.yaml\``,
    fix: (text) => `write ${quoted(text)}`
  },
  "extends/cycle": {
    message: ({ names }) => `these policies extend each other: ${names.map((each) => quoted(each)).join(" → ")}`
  },
  "extends/conflict": {
    message: ({ path, packs }) => `${quoted(packs[0])} and ${quoted(packs[1])} set ${quoted(path)} differently`,
    help: "say in your policy which value holds"
  },
  "extends/no-base": {
    message: "the policy does not extend `pack:base`, where every default stands",
    help: "write `extends: [pack:base]`"
  },
  "extends/removed-but-used": {
    message: ({ path, by }) => `${quoted(path)} is removed here, but ${quoted(by)} refers to it`
  },
  "extends/loop-replaced": {
    message: ({ loop, was }) => `loop ${quoted(loop)} takes the place of ${quoted(was)}, which was for the same cases`
  },
  "extends/nothing-removed": {
    message: ({ path }) => `nothing called ${quoted(path)} is inherited that could be removed`,
    label: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`)
  },
  "extends/nothing-to-change": {
    message: ({ path, word }) => `${quoted(word)} changes an inherited list, and ${quoted(path)} inherits none`
  },
  "extends/part-twice": {
    message: ({ path }) => `${quoted(path)} stands in two files of the policy`,
    help: "parts are joined, not merged: keep one"
  },
  "extends/part-of-another": {
    message: ({ part, policy }) => `the file is part of ${quoted(part)}, not of ${quoted(policy)}`
  },
  "pack/left-open": { message: ({ what }) => `the pack leaves ${what} to its heirs` },
  "pack/not-a-pack": {
    message: "`version` counts the editions of a pack; versions of a policy are counted when they are published",
    help: "take `version` out"
  },
  "source/unknown": {
    message: ({ basis }) => `${quoted(basis)} is a clause of none of the sources`,
    help: ({ known }) =>
      `a \`basis\` begins with what its source is cited by (${known.map((each) => quoted(each)).join(", ")}); add what it rests on to \`sources\``
  },
  "binding/loosened": {
    message: ({ path, from, to }) =>
      `${quoted(path)} is binding and may be tightened, not loosened from ${quoted(from)} to ${quoted(to)}`
  }
} satisfies FindingTexts<typeof rows>
