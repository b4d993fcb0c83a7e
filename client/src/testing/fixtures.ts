import type { Answer, Item } from '~/platform/api/types'

export const id = (n: number) => `0190a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`

export const MENTOR_ID = id(1)
export const MENTEE_ID = id(2)
export const PAIR_ID = id(3)
export const ORDER_ID = id(4)
export const PROGRAM_ID = id(5)
export const MENTOR_PERSON = id(6)
export const MENTEE_PERSON = id(7)
export const PARENT_PERSON = id(8)

export const aReference = (): Answer<'getReferenceData'> => ({
  forms: [
    {
      code: 'teacher-teacher',
      name: 'Учитель – учитель',
      roleModels: [{ code: 'experienced-novice', name: 'Опытный – молодой специалист' }],
      mentorGroup: 'educator',
      menteeGroup: 'educator',
    },
  ],
  kinds: [
    {
      code: 'traditional',
      name: 'Традиционное',
      minMonths: null,
      maxMonths: null,
      singleMeeting: false,
      needsProgram: true,
      minMentees: 1,
      maxMentees: 1,
    },
  ],
  competences: [{ code: 'lesson', name: 'Конструирование урока' }],
  requestTopics: [{ code: 'discipline', name: 'Управление классом', audience: 'educators' }],
  menteeCategories: [
    { code: 'early-career', name: 'Молодой специалист', minor: false },
    { code: 'student', name: 'Обучающийся', minor: true },
  ],
  positions: [{ code: 'teacher', name: 'Учитель' }],
  subjects: [{ code: 'math', name: 'Математика' }],
  activityDirections: [
    { code: 'methodical', name: 'Методическое' },
    { code: 'legal', name: 'Нормативное правовое' },
  ],
})

export const aMentor = (part: Partial<Answer<'getMentor'>> = {}): Answer<'getMentor'> => ({
  id: MENTOR_ID,
  version: 3,
  person: {
    id: MENTOR_PERSON,
    version: 1,
    familyName: 'Соловьёва',
    givenName: 'Вера',
    patronymic: 'Андреевна',
    birthDate: '1979-05-12',
    isMinor: false,
    email: null,
    phone: null,
    hasAccount: false,
  },
  position: 'Учитель',
  positionCode: 'teacher',
  subjectCodes: ['math'],
  competenceCodes: ['lesson'],
  capacity: 2,
  isEmployee: true,
  employer: null,
  places: { taken: 0, free: 2 },
  state: 'consented',
  admittedOn: null,
  legalRepresentatives: [],
  consent: { state: 'valid', validUntil: '2026-12-31' },
  allowed: [],
  ...part,
})

export const aMentee = (part: Partial<Answer<'getMentee'>> = {}): Answer<'getMentee'> => ({
  id: MENTEE_ID,
  version: 1,
  person: {
    id: MENTEE_PERSON,
    version: 1,
    familyName: 'Клюев',
    givenName: 'Егор',
    patronymic: null,
    birthDate: '2011-02-03',
    isMinor: true,
    email: null,
    phone: null,
    hasAccount: false,
  },
  categoryCode: 'student',
  schoolClass: '8 «Б»',
  position: null,
  requests: [{ topicCode: 'discipline', text: 'Хочу увереннее отвечать' }],
  legalRepresentatives: [
    {
      id: id(9),
      personId: PARENT_PERSON,
      name: 'Клюева Марина Олеговна',
      relation: 'parent',
      authorityDocument: null,
    },
  ],
  state: 'identified',
  openPairs: 0,
  admittedOn: null,
  consent: { state: 'missing', validUntil: null },
  allowed: [],
  ...part,
})

export const aConsent = (part: Partial<Item<'listConsents'>> = {}): Item<'listConsents'> => ({
  id: id(20),
  personId: MENTOR_PERSON,
  personName: 'Соловьёва Вера Андреевна',
  textVersion: '2025-09',
  scope: 'participation',
  givenOn: '2025-09-01',
  validUntil: '2026-12-31',
  subjectSigned: true,
  representativePersonId: null,
  representativeName: null,
  paperReference: null,
  version: 1,
  state: 'given',
  withdrawnOn: null,
  withdrawnReason: null,
  allowed: [],
  ...part,
})

type Pair = Answer<'getPair'>
export const aMember = (part: Partial<Pair['members'][number]>): Pair['members'][number] => ({
  personId: MENTOR_PERSON,
  profileId: MENTOR_ID,
  side: 'mentor',
  name: 'Соловьёва В. А.',
  agreedOn: null,
  declinedOn: null,
  declineReason: null,
  dutyConsent: null,
  addendumRequired: false,
  addendum: null,
  position: null,
  schoolClass: null,
  isMine: false,
  dutyConsentText: null,
  allowed: [],
  ...part,
})

export const aPair = (part: Partial<Pair> = {}): Pair => ({
  id: PAIR_ID,
  version: 4,
  state: 'proposed',
  form: { code: 'teacher-teacher', name: 'Учитель – учитель' },
  roleModel: null,
  kinds: [{ code: 'traditional', name: 'Традиционное' }],
  topic: null,
  proposedOn: '2026-04-10',
  activeSince: null,
  previousPairId: null,
  members: [
    aMember({}),
    aMember({ personId: MENTEE_PERSON, profileId: MENTEE_ID, side: 'mentee', name: 'Клюев Е.' }),
  ],
  gate: { open: false, missing: [{ code: 'orderMissing', personId: null, name: null }] },
  order: null,
  closing: null,
  allowed: [],
  ...part,
})

export const anOrder = (part: Partial<Answer<'getOrder'>> = {}): Answer<'getOrder'> => ({
  id: ORDER_ID,
  version: 2,
  state: 'draft',
  number: null,
  signedOn: null,
  kind: 'pairAssignment',
  draftedOn: '2026-04-12',
  heading: 'О закреплении наставнических пар',
  preamble: 'В соответствии с положением о системе наставничества',
  clauses: [
    { text: 'Закрепить пары согласно перечню.', subClauses: [] },
    { text: 'Куратору обеспечить сопровождение.', subClauses: [] },
  ],
  control: 'Контроль за исполнением приказа оставляю за собой.',
  signatory: { title: 'Директор', name: 'Н. П. Ершова' },
  pairs: [
    {
      pairId: PAIR_ID,
      mentorName: 'Соловьёва В. А.',
      mentorPosition: 'Учитель',
      menteeName: 'Клюев Е.',
      menteePosition: '8 «Б»',
      formName: 'Учитель – учитель',
      state: 'consentsCollected',
      gate: { open: false, missing: [{ code: 'orderMissing' }] },
    },
  ],
  acknowledgments: [
    {
      personId: MENTOR_PERSON,
      name: 'Соловьёва Вера Андреевна',
      position: 'Учитель',
      acknowledgedOn: null,
    },
  ],
  acknowledged: { n: 0, of: 1 },
  allowed: [],
  ...part,
})

/** A pair as lists show it. */
export const aPairItem = (part: Partial<Item<'listPairs'>> = {}): Item<'listPairs'> => ({
  id: PAIR_ID,
  version: 4,
  state: 'active',
  form: { code: 'teacher-teacher', name: 'Учитель – учитель' },
  mentor: {
    personId: MENTOR_PERSON,
    profileId: MENTOR_ID,
    name: 'Соловьёва В. А.',
    agreedOn: null,
    isMine: false,
  },
  mentee: {
    personId: MENTEE_PERSON,
    profileId: MENTEE_ID,
    name: 'Клюев Е.',
    agreedOn: null,
    isMine: false,
  },
  proposedOn: '2026-04-10',
  activeSince: null,
  closedOn: null,
  orderNumber: null,
  gateOpen: true,
  missing: [],
  ...part,
})
