/** What messages say of themselves. */

export const letter = {
  /** Who answers while no person does. */
  team: "our team",
  /** A customer whose name is not known. */
  customer: "the customer",
  /** The subject of a message that has none of its own. */
  about: (id: string) => `About ${id}`,
  /** The subject of several notices that are sent as one: that of the first, and how many there are beside it. */
  andMore: (subject: string, others: number) => `${subject} (and ${others} more)`,
  /** Names the case in a text whose replies name none. */
  reference: (id: string) => `Reference: ${id}`,
  yes: "yes",
  no: "no"
}
