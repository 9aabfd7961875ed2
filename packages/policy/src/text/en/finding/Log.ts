/** `log/…`: what an event log cannot be read by. */
import type { log as rows } from "../../../diagnostic/catalogue/Log.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const log = {
  "log/time-format": {
    message: ({ found }) => `${quoted(found)} does not show the order of year, month and day`,
    help: "write it with letters, for example `dd/MM/yyyy HH:mm`"
  }
} satisfies FindingTexts<typeof rows>
