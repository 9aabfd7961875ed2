/** `lock/…`: the packs of a policy are not those that were locked. */
import type { PackChange, lock as rows } from "../../../diagnostic/catalogue/Lock.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const inEnglish = ({ pack, was, now }: PackChange): string => {
  if (was === undefined) return `${quoted(pack)} is new`
  if (now === undefined) return `${quoted(pack)} is missing`
  return `${quoted(pack)} was version ${was} and is ${now === was ? "a different text" : `version ${now}`}`
}

export const lock = {
  "lock/not-a-lock": {
    message: ({ path }) => `${quoted(path)} is not a lock file, so it is not known which packs were locked`,
    help: "restore the last good one from version control, or lock again: `hearback pack lock`"
  },
  "lock/changed": {
    message: ({ changes }) => `the packs differ from the locked ones: ${changes.map(inEnglish).join(", ")}`,
    help: "read the current rules (`hearback fmt --flat`), run the scenarios (`hearback test`), then lock again: `hearback pack lock`"
  }
} satisfies FindingTexts<typeof rows>
