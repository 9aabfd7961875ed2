/** Values: what each thing is called, and what each key says. */

export const title = {
  Sentence: "a text",
  LanguageTag: "a tag of a language",
  Text: "a text",
  Name: "a name",
  RoleName: "a name of a role",
  MomentName: "a name",
  Word: "a name",
  Words: "a list of names",
  SomeWords: "a name or a list of names",
  Phrases: "a list of words",
  MomentNames: "a list of names",
  Who: "who: a role or a word for a person",
  WhoWord: "a role or a word for a person",
  Owners: "who: a role or a word for a person, `queue` at the end",
  OwnerWord: "a role, a word for a person, or `queue`",
  OneRole: "a role",
  Which: "a list of names, `all` or `none`",
  WhichWord: "a name, `all` or `none`",
  Fields: "a list of facts and fields of feedback",
  Field: "a fact or a field of feedback",
  Subjects: "a list of facts, fields and inputs",
  Subject: "a fact, a field or an input",
  Moments: "a gate, a clock, an event or a date, or a list of them",
  Moment: "a gate, a clock, an event or a date",
  MomentsOrEndings: "a gate, a clock, an event or a date, or a list of them",
  MomentOrEnding: "a gate, a clock, an event or a date",
  DateWords: "a date of the case, or a list of them",
  DateWord: "a date fact or a field of feedback that is a date",
  CalendarWord: "a calendar",
  YesNo: "`yes` or `no`",
  Whole: "a whole number from 0 on",
  Count: "a whole number from 1 on",
  Integer: "a whole number",
  Amount: "an amount of money",
  Length: "a length of time",
  Point: "a point on a clock",
  Points: "a list of points on a clock",
  Share: "a share in percent",
  Date: "a date",
  Days: "a list of dates, or of hours of a date",
  Day: "a date, or hours of it",
  Instant: "an instant",
  Hours: "a list of hours",
  Stretch: "open hours, from and to",
  Frequency: "a frequency",
  Kind: "a kind of feedback",
  Duty: "a duty",
  Duties: "a list of duties",
  Removed: "`removed`",
  ListChange: "a change of an inherited list",
  TextByLanguage: "a text in several languages"
}

export const says = {
  Entry: {
    title: "The name that people read.",
    basis: "The clause of the standard or law that asks for it.",
    formerly: "Earlier clauses that asked for it."
  },
  Removed: {
    is: "Removes the inherited entry."
  },
  ListChange: {
    also: "Entries to add to the inherited list; rows of a table go before the inherited rows.",
    without: "Entries to remove from the inherited list."
  }
}
