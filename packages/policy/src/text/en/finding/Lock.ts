/** `lock/…`: the packs of a policy are not those that were locked. */
import type { PackChange, lock as rows } from "../../../diagnostic/catalogue/Lock.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const inEnglish = ({ pack, was, now }: PackChange): string => {
  if (was === undefined) return `${quoted(pack)} was not there`
  if (now === undefined) return `${quoted(pack)} is gone`
  return `${quoted(pack)} was version ${was} and is ${now === was ? "another text of it" : `version ${now}`}`
}

export const lock = {
  "lock/not-a-lock": {
    message: ({ path }) => `${quoted(path)} is no lock: nobody knows which packs were locked`,
    help: "take the last good one from your version control, or lock anew: `hearback pack lock`"
  },
  "lock/changed": {
    message: ({ changes }) => `the packs are not those that were locked: ${changes.map(inEnglish).join(", ")}`,
    help: "read what holds now (`hearback fmt --flat`), run the scenarios (`hearback test`), then lock anew: `hearback pack lock`"
  }
} satisfies FindingTexts<typeof rows>
