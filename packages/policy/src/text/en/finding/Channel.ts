/** `channel/…` and `form/…`: where feedback comes from, and what it is asked for. */
import type { channel as rows } from "../../../diagnostic/catalogue/Channel.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const channel = {
  "channel/no-question": {
    message: ({ channel }) => `channel ${quoted(channel)} asks customers but has no question`,
    help: "add it as `question`"
  },
  "channel/no-routine": {
    message: ({ channel, key }) => `routine ${quoted(channel)} opens no case, because it lacks ${quoted(key)}`,
    help: "say how often under `frequency`, and what to do under `question`"
  },
  "channel/not-routine": {
    message: ({ channel, key }) => `channel ${quoted(channel)} is not a routine, so its ${quoted(key)} has no effect`,
    help: "write `mode: routine`, or remove the key"
  },
  "channel/not-active": {
    message: ({ channel, key }) => `channel ${quoted(channel)} is not active, so its ${quoted(key)} asks nobody`,
    help: "write `mode: active`, or remove the key"
  },
  "channel/no-case": {
    message: ({ channel, input }) =>
      `channel ${quoted(channel)} asks customers by period, without a case, so ${quoted(input)} is not known`,
    help: "use only facts known about the customer"
  },
  "channel/bad-scale": {
    message: ({ channel }) => `the scale of channel ${quoted(channel)} must be two numbers, the lower one first`,
    help: "write, for example, `scale: [1, 5]`"
  },
  "channel/score-twice": {
    message: ({ channel, kind, other }) =>
      `some scores on channel ${quoted(channel)} are both ${quoted(kind)} and ${quoted(other)}: they count as ${quoted(other)}`,
    help: "let each score belong to one kind"
  },
  "channel/score-reversed": {
    message: ({ channel }) =>
      `on channel ${quoted(channel)} low scores from 0 to 10 are praise, and high ones complaints`,
    help: "let high scores be praise: on a scale from 0 to 10 the measure `nps` counts 9 and 10 as promoters"
  },
  "channel/score-never": {
    message: ({ channel, kind }) => `no score on channel ${quoted(channel)} is ever a ${quoted(kind)}`,
    help: "its scores are outside the scale, or earlier kinds take them"
  },
  "channel/rest-too-long": {
    message: ({ channel, rest, frequency }) =>
      `channel ${quoted(channel)} asks ${quoted(frequency)}, but nobody may be asked again for ${quoted(rest)}`,
    help: "ask less often, or shorten `rest`"
  },
  "channel/says-otherwise": {
    message: ({ channel, says, key, is }) =>
      `customers of channel ${quoted(channel)} read ${quoted(says)}, and its ${quoted(key)} is ${quoted(is)}`,
    help: "let the text and the setting say the same"
  },
  "form/field-twice": {
    message: ({ field }) => `${quoted(field)} is both required and optional`,
    help: "remove it from `offer` or from `require`"
  },
  "form/idle-question": {
    message: ({ question }) => `question ${quoted(question)} is never asked`,
    help: "give it the name of the field it asks for, or let a signal ask it"
  },
  "form/too-long": {
    message: ({ count, most }) => `the form requires ${count} fields, more than ${most}`,
    help: "make some optional with `offer`, let the host fill some in with `prefill`, or raise `warn-above`"
  }
} satisfies FindingTexts<typeof rows>
