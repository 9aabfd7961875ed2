/** `routine/…`: when cases open by themselves at times of the day. */
import type { routine as rows } from "../../../diagnostic/catalogue/Routine.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const routine = {
  "routine/bad-time": {
    message: ({ found }) => `${quoted(found)} is no time of the day`,
    help: "write for example `09:00`"
  },
  "routine/never": {
    message: ({ channel }) => `routine ${quoted(channel)} never comes`,
    help: "say a time on a day that its calendar has, or let it be `moved`"
  },
  "routine/twice": {
    message: ({ channel }) => `routine ${quoted(channel)} comes \`every\` so often, and by a \`frequency\` too`,
    help: "say one of them"
  }
} satisfies FindingTexts<typeof rows>
