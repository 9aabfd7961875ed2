/** `routine/…`: when cases open by themselves at times of the day. */
import type { routine as rows } from "../../../diagnostic/catalogue/Routine.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const routine = {
  "routine/bad-time": {
    message: ({ found }) => `${quoted(found)} is not a time of day`,
    help: "write, for example, `09:00`"
  },
  "routine/never": {
    message: ({ channel }) => `routine ${quoted(channel)} never opens a case`,
    help: "choose a time on an open day of its calendar, or use `moved`"
  },
  "routine/twice": {
    message: ({ channel }) => `routine ${quoted(channel)} has both \`every\` and \`frequency\``,
    help: "keep one of them"
  }
} satisfies FindingTexts<typeof rows>
