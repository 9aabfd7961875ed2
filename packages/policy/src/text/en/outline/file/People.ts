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
    to: "To whom.",
    until: "Until when.",
    roles: "Which roles; else all."
  },
  Person: {
    name: "Their name.",
    roles: "Their roles.",
    department: "Their department.",
    calendar: "Their working time.",
    deputy: "Who stands in for them.",
    away: "When they are away.",
    delegates: "Powers that they lend.",
    address: "Where notices go; customers never see it.",
    contact: "How customers reach them.",
    language: "The language of notices."
  },
  Customer: {
    name: "Their name.",
    language: "The language they read.",
    address: "Where answers go.",
    consent: "What they agreed to.",
    facts: "Facts known about them."
  },
  PeopleFile: {
    hearback: "The version of the language.",
    people: "Staff.",
    customers: "Customers."
  }
}
