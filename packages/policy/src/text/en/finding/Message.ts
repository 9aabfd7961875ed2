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
      known.length === 0 ? "" : `every message may say ${listed(known.map(brace), 20)}; facts and other messages, too`,
    fix: (text) => `write ${quoted(text)}`
  },
  "message/stray-brace": {
    message: ({ found }) => `${quoted(found)} would be read as it stands: it is no placeholder`,
    help: "in a message a placeholder is written `{result}`: one brace on either side, no blanks; elsewhere there is none",
    fix: (text) => `write ${quoted(text)}`
  },
  "message/unknown-here": {
    message: ({ placeholder, message, loop }) =>
      `no gate of ${quoted(loop)} gives ${quoted(`{${placeholder}}`)}, which ${quoted(message)} says`
  },
  "message/too-early": {
    message: ({ placeholder, message, gate }) =>
      `${quoted(`{${placeholder}}`)} of ${quoted(message)} cannot be known yet at gate ${quoted(gate)}`
  },
  "message/not-known-then": {
    message: ({ placeholder, message, when }) =>
      `${quoted(`{${placeholder}}`)} of ${quoted(message)} has no value when ${when}`,
    help: "leave the placeholder out"
  },
  "message/must-say": {
    message: ({ message, placeholder }) => `message ${quoted(message)} must say ${quoted(`{${placeholder}}`)}`
  },
  "message/no-case": {
    message: ({ message }) => `${quoted(message)} is sent where there is no case, so no condition can choose its text`,
    help: "write one text"
  },
  "message/for-staff": {
    message: ({ message }) => `${quoted(message)} is a notice to the staff, and a customer would be told it here`,
    help: "write a message of its own for the customer, and name it here"
  },
  "message/cycle": {
    message: ({ messages }) => `messages include each other: ${messages.map((each) => quoted(each)).join(" → ")}`
  }
} satisfies FindingTexts<typeof rows>
