/** `people/…`: the people file beside a policy. */
import type { people as rows } from "../../../diagnostic/catalogue/People.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const people = {
  "people/none": {
    message: ({ path }) => `there is no people file ${quoted(path)}`,
    help: "roles come from a people file, never from the caller"
  },
  "people/no-role": { message: ({ person }) => `${quoted(person)} has no role` },
  "people/nobody-is": {
    message: ({ role, paths: [first = "", ...more] }) =>
      `nobody has the role ${quoted(role)}, which ${quoted(first)} needs${more.length === 0 ? "" : ` and ${more.length} other places`}`,
    help: "give the role to somebody in the people file, or name another role"
  },
  "people/not-there": {
    message: ({ person, channel }) => `${quoted(channel)} names ${quoted(person)}, who is not in the people file`,
    help: "write an id from the people file: until then somebody else owns its cases"
  },
  "people/nobody-on-shift": {
    message: ({ role, calendar }) =>
      `nobody with the role ${quoted(role)} works while calendar ${quoted(calendar)} is open`,
    help: "give one of them a shift in those hours, name another role, or count by their calendar"
  },
  "people/not-staff": {
    message: ({ who, gate }) =>
      gate === undefined
        ? `${quoted(who)} is not on the staff, so no notice reaches them here`
        : `${quoted(who)} is not on the staff, but gate ${quoted(gate)} is work for staff`,
    help: ({ gate }) =>
      gate === undefined ? "customers are told by `tell`; name a role, or `owner`" : "name a role, or `owner`"
  },
  "people/own-deputy": { message: ({ person }) => `${quoted(person)} is their own deputy` },
  "people/delegates-more": {
    message: ({ person, role }) => `${quoted(person)} delegates the role ${quoted(role)} without having it`
  }
} satisfies FindingTexts<typeof rows>
