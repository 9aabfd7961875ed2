/** `message/…`: what customers and staff are told. */
import type { message as rows } from "../../../diagnostic/catalogue/Message.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

const brace = (placeholder: string): string => `{${placeholder}}`

export const message = {
  "message/missing": {
    message: ({ message }) => `message ${quoted(message)} has no text`,
    help: "write it under `messages`"
  },
  "message/unknown-placeholder": {
    message: ({ placeholder }) => `there is no placeholder ${quoted(`{${placeholder}}`)}`,
    label: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(`{${guess}}`)}?`),
    help: ({ known = [] }) =>
      known.length === 0
        ? ""
        : `every message may use ${listed(known.map(brace), 20)}, and also facts and other messages`,
    fix: (text) => `write ${quoted(text)}`
  },
  "message/stray-brace": {
    message: ({ found }) => `${quoted(found)} would be printed as it is, because it is not a placeholder`,
    help: "in a message a placeholder is written `{result}`: one brace on each side, no spaces; other texts have no placeholders",
    fix: (text) => `write ${quoted(text)}`
  },
  "message/unknown-here": {
    message: ({ placeholder, message, loop }) =>
      `no gate of ${quoted(loop)} gives ${quoted(`{${placeholder}}`)}, which ${quoted(message)} uses`
  },
  "message/too-early": {
    message: ({ placeholder, message, gate }) =>
      `${quoted(`{${placeholder}}`)} of ${quoted(message)} cannot be known yet at gate ${quoted(gate)}`
  },
  "message/not-known-then": {
    message: ({ placeholder, message, when }) =>
      `${quoted(`{${placeholder}}`)} of ${quoted(message)} has no value when ${when}`,
    help: "remove the placeholder"
  },
  "message/must-say": {
    message: ({ message, placeholder }) => `message ${quoted(message)} must contain ${quoted(`{${placeholder}}`)}`
  },
  "message/no-case": {
    message: ({ message }) => `${quoted(message)} is sent where there is no case, so no condition can choose its text`,
    help: "write one text"
  },
  "message/for-staff": {
    message: ({ message }) => `${quoted(message)} is a notice to the staff, but here it would be sent to a customer`,
    help: "write a separate message for the customer, and name it here"
  },
  "message/cycle": {
    message: ({ messages }) => `messages include each other: ${messages.map((each) => quoted(each)).join(" → ")}`
  }
} satisfies FindingTexts<typeof rows>
