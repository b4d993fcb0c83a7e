import { createRoute } from '@tanstack/react-router'
import { searchOf } from '~/ui/useListSearch'
import { guarded } from './guarded'
import { KeysPage } from './keysPage'
import { TenantHomePage } from './pages'
import { organization } from './rootRoutes'

const inOrganization = { getParentRoute: () => organization }
const organizationHome = createRoute({ ...inOrganization, path: '/', component: TenantHomePage })
const board = createRoute({
  ...inOrganization,
  path: 'board',
  component: guarded('board.view', () => import('~/features/board/BoardPage'), 'BoardPage'),
})

const mentors = createRoute({
  ...inOrganization,
  path: 'mentors',
  validateSearch: searchOf('q', 'state', 'competence'),
  component: guarded('mentors.view', () => import('~/features/mentors/MentorsPage'), 'MentorsPage'),
})
const addMentor = createRoute({
  ...inOrganization,
  path: 'mentors/new',
  component: guarded(
    'mentors.add',
    () => import('~/features/mentors/AddMentorPage'),
    'AddMentorPage',
  ),
})
const mentor = createRoute({
  ...inOrganization,
  path: 'mentors/$mentorId',
  component: guarded('mentors.view', () => import('~/features/mentors/MentorPage'), 'MentorPage'),
})
const editMentor = createRoute({
  ...inOrganization,
  path: 'mentors/$mentorId/edit',
  component: guarded(
    'mentors.edit',
    () => import('~/features/mentors/EditMentorPage'),
    'EditMentorPage',
  ),
})

const mentees = createRoute({
  ...inOrganization,
  path: 'mentees',
  validateSearch: searchOf('q', 'state', 'category'),
  component: guarded('mentees.view', () => import('~/features/mentees/MenteesPage'), 'MenteesPage'),
})
const addMentee = createRoute({
  ...inOrganization,
  path: 'mentees/new',
  component: guarded(
    'mentees.add',
    () => import('~/features/mentees/AddMenteePage'),
    'AddMenteePage',
  ),
})
const mentee = createRoute({
  ...inOrganization,
  path: 'mentees/$menteeId',
  component: guarded('mentees.view', () => import('~/features/mentees/MenteePage'), 'MenteePage'),
})
const editMentee = createRoute({
  ...inOrganization,
  path: 'mentees/$menteeId/edit',
  component: guarded(
    'mentees.edit',
    () => import('~/features/mentees/EditMenteePage'),
    'EditMenteePage',
  ),
})

const editPerson = createRoute({
  ...inOrganization,
  path: 'people/$personId/edit',
  component: guarded(
    'people.edit',
    () => import('~/features/people/EditPersonPage'),
    'EditPersonPage',
  ),
})

const consents = createRoute({
  ...inOrganization,
  path: 'consents',
  validateSearch: searchOf('q', 'state'),
  component: guarded(
    'consents.view',
    () => import('~/features/consents/ConsentsPage'),
    'ConsentsPage',
  ),
})

const pairs = createRoute({
  ...inOrganization,
  path: 'pairs',
  validateSearch: searchOf('q', 'state', 'mine'),
  component: guarded('pairs.view', () => import('~/features/pairs/PairsPage'), 'PairsPage'),
})
const proposePair = createRoute({
  ...inOrganization,
  path: 'pairs/new',
  component: guarded(
    'pairs.propose',
    () => import('~/features/pairs/ProposePairPage'),
    'ProposePairPage',
  ),
})
const pair = createRoute({
  ...inOrganization,
  path: 'pairs/$pairId',
  component: guarded('pairs.view', () => import('~/features/pairs/PairPage'), 'PairPage'),
})

const orders = createRoute({
  ...inOrganization,
  path: 'orders',
  validateSearch: searchOf('state'),
  component: guarded('orders.view', () => import('~/features/orders/OrdersPage'), 'OrdersPage'),
})
const draftOrder = createRoute({
  ...inOrganization,
  path: 'orders/new',
  component: guarded(
    'orders.draft',
    () => import('~/features/orders/DraftOrderPage'),
    'DraftOrderPage',
  ),
})
const order = createRoute({
  ...inOrganization,
  path: 'orders/$orderId',
  component: guarded('orders.view', () => import('~/features/orders/OrderPage'), 'OrderPage'),
})

const programs = createRoute({
  ...inOrganization,
  path: 'programs',
  validateSearch: searchOf('q', 'state'),
  component: guarded(
    'programs.view',
    () => import('~/features/programs/ProgramsPage'),
    'ProgramsPage',
  ),
})
const draftProgram = createRoute({
  ...inOrganization,
  path: 'programs/new',
  validateSearch: searchOf('pairId'),
  component: guarded(
    'programs.draft',
    () => import('~/features/programs/DraftProgramPage'),
    'DraftProgramPage',
  ),
})
const program = createRoute({
  ...inOrganization,
  path: 'programs/$programId',
  component: guarded(
    'programs.view',
    () => import('~/features/programs/ProgramPage'),
    'ProgramPage',
  ),
})
const editProgram = createRoute({
  ...inOrganization,
  path: 'programs/$programId/edit',
  component: guarded(
    'programs.edit',
    () => import('~/features/programs/EditProgramPage'),
    'EditProgramPage',
  ),
})

const amendProgram = createRoute({
  ...inOrganization,
  path: 'programs/$programId/amend',
  component: guarded(
    'programs.changeTerm',
    () => import('~/features/programs/AmendProgramPage'),
    'AmendProgramPage',
  ),
})

const meetings = createRoute({
  ...inOrganization,
  path: 'meetings',
  validateSearch: searchOf('q'),
  component: guarded(
    'meetings.view',
    () => import('~/features/meetings/MeetingsPage'),
    'MeetingsPage',
  ),
})
const logMeeting = createRoute({
  ...inOrganization,
  path: 'meetings/new',
  validateSearch: searchOf('pairId'),
  component: guarded(
    'meetings.log',
    () => import('~/features/meetings/LogMeetingPage'),
    'LogMeetingPage',
  ),
})

const figures = createRoute({
  ...inOrganization,
  path: 'figures',
  component: guarded(
    'figures.own',
    () => import('~/features/figures/OrganizationFiguresPage'),
    'OrganizationFiguresPage',
  ),
})
const settings = createRoute({
  ...inOrganization,
  path: 'settings',
  component: guarded(
    'reference.changeSetting',
    () => import('~/features/reference/SettingsPage'),
    'SettingsPage',
  ),
})

const keys = createRoute({ ...inOrganization, path: 'keys', component: KeysPage })

/** Every page of one organization. */
export const organizationRoutes = organization.addChildren([
  organizationHome,
  board,
  mentors,
  addMentor,
  mentor,
  editMentor,
  mentees,
  addMentee,
  mentee,
  editMentee,
  editPerson,
  consents,
  pairs,
  proposePair,
  pair,
  orders,
  draftOrder,
  order,
  programs,
  draftProgram,
  program,
  editProgram,
  amendProgram,
  meetings,
  logMeeting,
  figures,
  settings,
  keys,
])
