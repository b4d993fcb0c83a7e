import { randomInt, randomUUID } from 'node:crypto'
import { Api } from './api'

/** A name that nobody else in the database has. */
export interface Name {
  family: string
  given: string
  patronymic: string
  full: string
  /** As lists and papers shorten it. */
  short: string
}

const SYLLABLES = [
  'ба',
  'ве',
  'го',
  'де',
  'зи',
  'ла',
  'ме',
  'ни',
  'ро',
  'са',
  'то',
  'фе',
  'ми',
  'лу',
]
const GIVEN = [
  ['Игнат', 'Лукич'],
  ['Родион', 'Фомич'],
  ['Захар', 'Ильич'],
] as const

export function newName(): Name {
  const syllable = () => SYLLABLES[randomInt(SYLLABLES.length)]!
  const stem = Array.from({ length: 5 }, syllable).join('')
  const family = `${stem[0]!.toUpperCase()}${stem.slice(1)}вский`
  const [given, patronymic] = GIVEN[randomInt(GIVEN.length)]!
  return {
    family,
    given,
    patronymic,
    full: `${family} ${given} ${patronymic}`,
    short: `${family} ${given[0]}.${patronymic[0]}.`,
  }
}

/** The password of everybody whom the tests let in. */
export const OWN_PASSWORD = 'семь слонов в саду'

export interface Person {
  name: Name
  /** Of the card in the bank or base. */
  id: string
  personId: string
  login: string
}

/** Staff of one school, at the API. */
export interface Staff {
  curator: Api
  head: Api
}

interface Added {
  id: string
  personId: string
}

interface Sheet {
  login: string
  code: string
}

const known = (name: Name, birthDate: string) => ({
  familyName: name.family,
  givenName: name.given,
  patronymic: name.patronymic,
  birthDate,
})

export const mentorBody = (name: Name) => ({
  person: known(name, '1979-03-02'),
  position: 'Учитель',
  positionCode: 'teacher',
  subjectCodes: ['physics'],
  competenceCodes: ['modernLesson'],
  capacity: 2,
  isEmployee: true,
})

export const menteeBody = (name: Name) => ({
  person: known(name, '2001-10-17'),
  categoryCode: 'earlyCareerEducator',
  position: 'Учитель',
  requests: [{ topicCode: 'classDiscipline', text: null }],
})

/** Enters somebody and lets them in with a password of their own. */
export async function enter(
  { curator }: Staff,
  bank: 'mentors' | 'mentees',
  name: Name,
  body: object,
): Promise<Person> {
  const { id, personId } = await curator.post<Added>(bank, { ...body })
  return { name, id, personId, login: await letIn(curator, personId) }
}

/** The one-time code, and a password in its place. */
export async function letIn(curator: Api, personId: string): Promise<string> {
  const sheet = await curator.post<Sheet>('accounts/invitations', { personId })
  const person = await Api.accept(sheet.login, sheet.code, OWN_PASSWORD)
  await person.close()
  return sheet.login
}

export async function consent(curator: Api, personId: string, more: object = {}) {
  const { today } = curator.home
  await curator.post('consents', {
    personId,
    textVersion: '2025-09',
    scope: 'participation',
    givenOn: today,
    validUntil: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
    subjectSigned: true,
    ...more,
  })
}

/** A decision about the version that one has seen. */
export async function decide<T>(who: Api, path: string, what: string, body: object = {}) {
  const { version } = await who.get<{ version: number }>(path)
  return who.post<T>(`${path}/${what}`, { ...body }, version)
}

export async function admit(staff: Staff, bank: 'mentors' | 'mentees', person: Person) {
  await consent(staff.curator, person.personId)
  await decide(staff.head, `${bank}/${person.id}`, 'admission')
}

export interface Two {
  mentor: Person
  mentee: Person
}

/** A mentor in the bank and a mentee in the base, each with a login. */
export async function twoInTheBank(staff: Staff): Promise<Two> {
  const [mentorName, menteeName] = [newName(), newName()]
  const mentor = await enter(staff, 'mentors', mentorName, mentorBody(mentorName))
  const mentee = await enter(staff, 'mentees', menteeName, menteeBody(menteeName))
  await admit(staff, 'mentors', mentor)
  await admit(staff, 'mentees', mentee)
  return { mentor, mentee }
}

export interface Pair extends Two {
  id: string
}

export async function proposedPair(staff: Staff): Promise<Pair> {
  const two = await twoInTheBank(staff)
  const { id } = await staff.curator.post<{ id: string }>('pairs', {
    mentorId: two.mentor.id,
    menteeId: two.mentee.id,
    formCode: 'teacherTeacher',
    kindCodes: ['traditional'],
    topic: 'Дисциплина на уроке',
  })
  return { ...two, id }
}

/** With everything that the law asks for. */
export async function activePair(staff: Staff): Promise<Pair> {
  const pair = await proposedPair(staff)
  const { curator, head } = staff
  const { today } = curator.home
  for (const { personId } of [pair.mentor, pair.mentee])
    await decide(curator, `pairs/${pair.id}`, 'agreement', {
      personId,
      onPaper: { signedOn: today },
    })
  await curator.post(`pairs/${pair.id}/addenda`, {
    personId: pair.mentor.personId,
    number: randomUUID().slice(0, 8),
    signedOn: today,
  })
  const order = await curator.post<{ id: string }>('orders', { pairIds: [pair.id] })
  await decide(head, `orders/${order.id}`, 'signature', { signedOn: today })
  return pair
}

/** A program that says all it must and that nobody has agreed to yet. */
export function draftedProgram({ curator }: Staff, pair: Pair): Promise<{ id: string }> {
  const { today } = curator.home
  return curator.post('programs', {
    pairId: pair.id,
    formCodes: ['teacherTeacher'],
    kindCodes: ['traditional'],
    deliveryMode: 'blended',
    startsOn: today,
    endsOn: `${Number(today.slice(0, 4)) + 1}-01-31`,
    rationale: {
      problem: 'Шум на уроке',
      goals: 'Спокойный урок',
      mentorContent: 'Показывает приёмы',
      menteeContent: 'Пробует их',
      plannedResults: 'Открытый урок',
      meetingSchedule: 'По четвергам',
    },
    activities: [
      {
        direction: 'methodical',
        title: 'Взаимопосещение уроков',
        plannedOn: today,
        mode: 'inPerson',
        expectedResult: 'Самоанализ',
        responsible: 'both',
      },
    ],
  })
}
