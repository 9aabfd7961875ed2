/** Where feedback comes from: what each thing is called, and what each key says. */

export const title = {
  Roles: "a map of roles",
  Role: "a role",
  Departments: "a map of departments",
  Department: "a department",
  Consent: "a consent",
  Customers: "what customers are asked",
  Consents: "a map of consents",
  FactType: "a type of fact",
  Default: "a value",
  Choices: "a map of values and what each is called",
  NamedChoices: "a list of values, or a map of what each is called",
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
  SurveyQuestions: "a map of facts and how each is asked",
  Channels: "a map of channels",
  Split: "`from-receipt` or `from-split`",
  Intake: "intake",
  SameCase: "what makes it the same case",
  Quarantine: "quarantine",
  Assumption: "an assumption",
  Assume: "a list of assumptions",
  ScaleEnds: "lowest and highest score"
}

export const says = {
  Department: {
    contact: "Who speaks for it.",
    head: "Who leads it."
  },
  Consent: {
    ask: "How the customer is asked.",
    lasts: "How long it holds."
  },
  Customers: {
    consent: "What customers may agree to."
  },
  Fact: {
    type: "Its type.",
    "one-of": "Its values, of which it has one.",
    "some-of": "Its values, of which it may have several, ten at most.",
    scale: "Whole numbers from the lowest to the highest score.",
    default: "Its value until it is known.",
    by: "Who may set it, whatever follows from it; else the host, the owner and whoever may correct a classification.",
    personal: "Why a personal datum is asked; marks it erasable.",
    "of-others": "It says something of somebody else, such as a name: `sending.redact` says who may read it."
  },
  Week: {
    "every-day": "Open hours.",
    "mon-fri": "Open hours.",
    mon: "Open hours.",
    tue: "Open hours.",
    wed: "Open hours.",
    thu: "Open hours.",
    fri: "Open hours.",
    sat: "Open hours.",
    sun: "Open hours."
  },
  Calendar: {
    "time-zone": "Where its hours are, else the policy's.",
    hours: "Weekly hours.",
    holidays: "Public holidays by ISO 3166, make-up days with them.",
    closed: "Further closed days, or hours: `2026-12-24 12:00-24:00`.",
    open: "Further open days; with hours they stand in place of that day's own."
  },
  Form: {
    require: "Fields that must be filled in.",
    offer: "Fields that may be filled in.",
    prefill: "Fields that the host fills in.",
    "warn-above": "More required fields than this are warned of.",
    questions: "Questions that help to say more.",
    tell: "The message that confirms receipt."
  },
  KindByScore: {
    complaint: "Scores that are complaints.",
    suggestion: "Scores that are suggestions.",
    inquiry: "Scores that are inquiries.",
    praise: "Scores that are praise.",
    rating: "Scores that are ratings only."
  },
  SurveyQuestion: {
    ask: "How it is asked.",
    required: "Whether the survey stays open without an answer; `yes` unless said.",
    when: "Asked only then, by the answers before it and by the case."
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
    mode: "Whether customers come, are asked, or a case opens by itself in every period.",
    form: "Its own form.",
    "ask-after": "The event or gate after which customers are asked.",
    frequency: "How often customers are asked, or a case opens by itself.",
    question: "What customers are asked; of a routine what is to be done.",
    questions: "Questions that are asked one after the other; each answer is the fact of its name.",
    dissatisfied: "Whoever answers so is not satisfied.",
    scale: "Lowest and highest score.",
    "kind-by-score": "The kind of a score.",
    rest: "Least time between two questions to one customer.",
    when: "Asked only then; where there is no case, by facts on file of the customer.",
    consent: "Only those who gave it are asked.",
    every: "Of a routine, in place of its frequency: at these times of the day.",
    calendar: "Of a routine: whose days count.",
    "on-holiday": "Of a routine: what becomes of a time on a closed day, `moved` to the next open one unless said.",
    person:
      "Of a routine: who of the people file answers for its cases, the first who is not on leave; before `owner`.",
    owner: "Of a routine: who answers for its cases.",
    invite: "Of a routine: everybody of these roles hears when one of its cases opens.",
    figures: "Of a routine, such as a review: the measures that are looked at.",
    public: "Everybody reads what is sent there: it is told without all that `sending.redact` lists."
  },
  Intake: {
    "same-case": "When feedback joins an open case.",
    split: "The start of a case split off another.",
    form: "The form of every channel.",
    quarantine: "What cannot become a case."
  },
  SameCase: {
    same: "Inputs that are equal.",
    alike: "How alike the words are.",
    within: "Within what time."
  },
  Quarantine: {
    notify: "Roles of which one person hears of an arrival in quarantine."
  },
  Assumption: {
    never: "What never happens.",
    because: "Why."
  }
}
