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
        : `known packs: ${known.map((each) => quoted(each)).join(", ")}; for a file write \`./x.policy.yaml\``,
    fix: (text) => `write ${quoted(text)}`
  },
  "extends/cycle": {
    message: ({ names }) => `these policies extend each other: ${names.map((each) => quoted(each)).join(" → ")}`
  },
  "extends/conflict": {
    message: ({ path, packs }) => `${quoted(packs[0])} and ${quoted(packs[1])} set ${quoted(path)} differently`,
    help: "set the value in your policy"
  },
  "extends/no-base": {
    message: "the policy does not extend `pack:base`, which holds every default",
    help: "write `extends: [pack:base]`"
  },
  "extends/removed-but-used": {
    message: ({ path, by }) => `${quoted(path)} is removed here, but ${quoted(by)} refers to it`
  },
  "extends/loop-replaced": {
    message: ({ loop, was }) => `loop ${quoted(loop)} replaces ${quoted(was)}, which is for the same cases`
  },
  "extends/nothing-removed": {
    message: ({ path }) => `no ${quoted(path)} is inherited, so it cannot be removed`,
    label: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`)
  },
  "extends/nothing-to-change": {
    message: ({ path, word }) => `${quoted(word)} changes an inherited list, but ${quoted(path)} inherits none`
  },
  "extends/part-twice": {
    message: ({ path }) => `${quoted(path)} is in two files of the policy`,
    help: "parts are joined, not merged: keep one of them"
  },
  "extends/part-of-another": {
    message: ({ part, policy }) => `the file is part of ${quoted(part)}, not of ${quoted(policy)}`
  },
  "pack/left-open": { message: ({ what }) => `the pack does not set ${what}: a policy that extends it has to` },
  "pack/not-a-pack": {
    message: "`version` numbers the editions of a pack; versions of a policy are numbered when they are published",
    help: "remove `version`"
  },
  "source/unknown": {
    message: ({ basis }) => `${quoted(basis)} is not a clause of any source`,
    help: ({ known }) =>
      `a \`basis\` begins with the citation of its source (${known.map((each) => quoted(each)).join(", ")}); add the source to \`sources\``
  },
  "binding/loosened": {
    message: ({ path, from, to }) =>
      `${quoted(path)} is binding: it may be tightened, but not loosened from ${quoted(from)} to ${quoted(to)}`
  }
} satisfies FindingTexts<typeof rows>
