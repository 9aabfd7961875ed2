/** `channel/…` and `form/…`: where feedback comes from, and what it is asked for. */
import type { channel as rows } from "../../../diagnostic/catalogue/Channel.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const channel = {
  "channel/no-question": {
    message: ({ channel }) => `channel ${quoted(channel)} asks customers, and has no question`,
    help: "write it as `question`"
  },
  "channel/no-routine": {
    message: ({ channel, key }) => `routine ${quoted(channel)} opens no case: it lacks ${quoted(key)}`,
    help: "write how often under `frequency`, and what is to be done under `question`"
  },
  "channel/not-routine": {
    message: ({ channel, key }) => `channel ${quoted(channel)} is no routine, so its ${quoted(key)} has no effect`,
    help: "say `mode: routine`, or leave it out"
  },
  "channel/not-active": {
    message: ({ channel, key }) => `channel ${quoted(channel)} is not active, so its ${quoted(key)} asks nobody`,
    help: "say `mode: active`, or leave it out"
  },
  "channel/no-case": {
    message: ({ channel, input }) =>
      `channel ${quoted(channel)} asks customers by period, who have no case, so ${quoted(input)} is not known`,
    help: "read facts on file of the customer alone"
  },
  "channel/bad-scale": {
    message: ({ channel }) => `the scale of channel ${quoted(channel)} is not two numbers, the lowest first`,
    help: "write for example `scale: [1, 5]`"
  },
  "channel/score-twice": {
    message: ({ channel, kind, other }) =>
      `some scores on channel ${quoted(channel)} are ${quoted(kind)} and ${quoted(other)}: they count as ${quoted(other)}`,
    help: "let each score belong to one kind"
  },
  "channel/score-reversed": {
    message: ({ channel }) =>
      `on channel ${quoted(channel)} low scores from 0 to 10 are praise, and high ones complaints`,
    help: "let high scores be praise: from 0 to 10 the measure `nps` counts 9 and 10 as promoters"
  },
  "channel/score-never": {
    message: ({ channel, kind }) => `no score on channel ${quoted(channel)} is ever a ${quoted(kind)}`,
    help: "the scale does not have it, or kinds above it take its scores"
  },
  "channel/rest-too-long": {
    message: ({ channel, rest, frequency }) =>
      `channel ${quoted(channel)} is to ask ${quoted(frequency)}, and leaves everybody alone for ${quoted(rest)}`,
    help: "ask less often, or shorten `rest`"
  },
  "channel/says-otherwise": {
    message: ({ channel, says, key, is }) =>
      `customers of channel ${quoted(channel)} read ${quoted(says)}, and its ${quoted(key)} is ${quoted(is)}`,
    help: "let the text and the setting say the same"
  },
  "form/field-twice": {
    message: ({ field }) => `${quoted(field)} is required and may be left out`,
    help: "take it out of `offer`, or out of `require`"
  },
  "form/idle-question": {
    message: ({ question }) => `question ${quoted(question)} is never asked`,
    help: "name it like the field that it asks for, or let a signal ask it"
  },
  "form/too-long": {
    message: ({ count, most }) => `the form requires ${count} fields, more than ${most}`,
    help: "let some be left out with `offer`, let the host fill some in by `prefill`, or raise `warn-above`"
  }
} satisfies FindingTexts<typeof rows>
