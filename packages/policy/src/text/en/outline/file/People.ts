/** A people file: what each thing is called, and what each key says. */

export const title = {
  WordList: "a name or a list of names",
  Delegation: "a delegation",
  Person: "a person",
  FactValue: "a value, or a list of values",
  FactValues: "a map of facts and values",
  Customer: "a customer",
  PeopleFile: "a people file"
}

export const says = {
  Delegation: {
    to: "Who gets the roles.",
    until: "The last day of the delegation.",
    roles: "The roles that are lent. Default: all."
  },
  Person: {
    name: "The name of the person.",
    roles: "The roles of the person.",
    department: "The department of the person.",
    calendar: "The working time of the person.",
    deputy: "Who acts for the person during absence.",
    away: "The days of absence.",
    delegates: "Roles that the person lends to another.",
    address: "The address for notices; customers never see it.",
    contact: "How customers reach the person.",
    language: "The language of notices."
  },
  Customer: {
    name: "The name of the customer.",
    language: "The language of answers.",
    address: "The address for answers.",
    consent: "The consents that the customer gave.",
    facts: "Known facts about the customer."
  },
  PeopleFile: {
    hearback: "The version of the language.",
    people: "Staff.",
    customers: "Customers."
  }
}
