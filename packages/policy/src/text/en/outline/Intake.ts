/** Where feedback comes from: what each thing is called, and what each key says. */

export const title = {
  Roles: "a map of roles",
  Role: "a role",
  Departments: "a map of departments",
  Department: "a department",
  Consent: "a consent",
  Customers: "consents of customers",
  Consents: "a map of consents",
  FactType: "a type of fact",
  Default: "a value",
  Choices: "a map of values and their titles",
  NamedChoices: "a list of values, or a map of values and their titles",
  Fact: "a fact",
  Facts: "a map of facts",
  FactOrType: "a fact",
  Week: "a map of days and hours",
  Calendar: "a calendar",
  Calendars: "a map of calendars",
  Form: "a form",
  Questions: "a map of questions",
  KindByScore: "a map of kinds and cells",
  SurveyQuestion: "a question of a survey",
  QuestionOrText: "a question of a survey",
  Times: "a list of times of the day",
  TimeOfDay: "a time of the day",
  RoutineDays: "a map of days and times",
  OnHoliday: "`moved`, `dropped` or `kept`",
  Mode: "`passive`, `active` or `routine`",
  Channel: "a channel",
  SurveyQuestions: "a map of facts and their questions",
  Channels: "a map of channels",
  Split: "`from-receipt` or `from-split`",
  Intake: "intake",
  SameCase: "the rules for joining a case",
  Quarantine: "quarantine",
  Assumption: "an assumption",
  Assume: "a list of assumptions",
  ScaleEnds: "the lowest and the highest score"
}

export const says = {
  Department: {
    contact: "The person who works for the department in a case.",
    head: "The person who leads the department."
  },
  Consent: {
    ask: "The question to the customer.",
    lasts: "How long the consent lasts."
  },
  Customers: {
    consent: "The consents that customers may give."
  },
  Fact: {
    type: "The type of the value.",
    "one-of": "The possible values; a case has one of them.",
    "some-of": "The possible values; a case may have several of them, at most ten.",
    scale: "The fact is a whole number from the lowest to the highest score.",
    default: "The value until another is known.",
    by: "Who may set the fact, whatever the consequence. Default: the host, the owner, and whoever may correct a classification.",
    personal: "The purpose of a personal fact; the fact can be erased.",
    "of-others": "The fact is about another person, such as a name; `sending.redact` says who may read it."
  },
  Week: {
    "every-day": "Open hours of every day.",
    "mon-fri": "Open hours from Monday to Friday.",
    mon: "Open hours on Monday.",
    tue: "Open hours on Tuesday.",
    wed: "Open hours on Wednesday.",
    thu: "Open hours on Thursday.",
    fri: "Open hours on Friday.",
    sat: "Open hours on Saturday.",
    sun: "Open hours on Sunday."
  },
  Calendar: {
    "time-zone": "The time zone of the hours. Default: that of the policy.",
    hours: "The weekly hours.",
    holidays: "The country of the public holidays, by ISO 3166; make-up working days are included.",
    closed: "Other closed days, or closed hours: `2026-12-24 12:00-24:00`.",
    open: "Other open days, or open hours, which replace the hours of that day."
  },
  Form: {
    require: "Fields that must be filled in.",
    offer: "Fields that may be filled in.",
    prefill: "Fields that the host fills in.",
    "warn-above": "`check` warns if more fields than this are required.",
    questions: "Questions that help the customer to say more.",
    tell: "The message that confirms receipt."
  },
  KindByScore: {
    complaint: "The scores of a complaint.",
    suggestion: "The scores of a suggestion.",
    inquiry: "The scores of an inquiry.",
    praise: "The scores of praise.",
    rating: "The scores of a mere rating."
  },
  SurveyQuestion: {
    ask: "The text of the question.",
    required: "Whether the survey stays open until the question is answered. Default: `yes`.",
    when: "The question is asked only if this condition holds, on earlier answers and on the case."
  },
  RoutineDays: {
    "every-day": "Every day at these times.",
    "mon-fri": "Monday to Friday at these times.",
    mon: "Mondays at these times.",
    tue: "Tuesdays at these times.",
    wed: "Wednesdays at these times.",
    thu: "Thursdays at these times.",
    fri: "Fridays at these times.",
    sat: "Saturdays at these times.",
    sun: "Sundays at these times.",
    "first-of-month": "The first of each month at these times.",
    "last-of-month": "The last of each month at these times."
  },
  Channel: {
    mode: "`passive`: customers write; `active`: customers are asked; `routine`: a case opens by itself in every period.",
    form: "The form of this channel.",
    "ask-after": "The event or gate after which customers are asked.",
    frequency: "How often customers are asked, or how often a routine opens a case.",
    question: "The question to customers; for a routine, the task.",
    questions: "Questions that are asked one after another; each answer is stored in the fact of the same name.",
    dissatisfied: "The answers that mean the customer is dissatisfied.",
    scale: "The lowest and the highest score.",
    "kind-by-score": "The kind of feedback for each score.",
    rest: "The shortest time between two questions to one customer.",
    when: "Customers are asked only if this condition holds; without a case it tests the facts of the customer.",
    consent: "Only customers who gave this consent are asked.",
    every: "For a routine, instead of `frequency`: these times of the day.",
    calendar: "For a routine: the calendar of its days.",
    "on-holiday": "For a routine: what happens to a time on a closed day. Default: `moved` to the next open day.",
    person:
      "For a routine: the owner of its cases, a person of the people file; with a list, the first who is not on leave. It has precedence over `owner`.",
    owner: "For a routine: the owner of its cases.",
    invite: "For a routine: everybody with these roles is notified when a case opens.",
    figures: "For a routine such as a review: the measures to look at.",
    public: "Everybody can read this channel, so messages hide everything that `sending.redact` lists."
  },
  Intake: {
    "same-case": "When new feedback joins an open case.",
    split: "The start of the clocks of a case that was split off.",
    form: "The form of every channel.",
    quarantine: "Feedback that cannot become a case."
  },
  SameCase: {
    same: "The inputs that must be equal.",
    alike: "How alike the words must be.",
    within: "The longest time between the two messages."
  },
  Quarantine: {
    notify: "One person of these roles is notified of each arrival in quarantine."
  },
  Assumption: {
    never: "The cases that never happen.",
    because: "The reason."
  }
}
