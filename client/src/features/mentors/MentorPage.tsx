import { Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { InvitationButton } from '~/features/accounts'
import { PersonConsents } from '~/features/consents'
import { EditPersonLink, PersonFacts, RepresentativeSection } from '~/features/people'
import { useReference } from '~/features/reference'
import { useRead, useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { AllowedButton } from '~/ui/AllowedButton'
import { Fact, Facts } from '~/ui/Facts'
import { PageHeader } from '~/ui/PageHeader'
import { fullName } from '~/ui/PersonName'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/states'

type Mentor = Answer<'getMentor'>
const route = getRouteApi('/o/$organizationId/mentors/$mentorId')

export function MentorPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/mentors/{mentorId}', { path })
  return (
    <Loaded query={query} page>
      {(mentor) => <MentorDetails mentor={mentor} />}
    </Loaded>
  )
}

function MentorDetails({ mentor }: { mentor: Mentor }) {
  const { t } = useLingui()
  const path = route.useParams()
  const { name } = useReference()
  const admit = useWrite('post', '/organizations/{organizationId}/mentors/{mentorId}/admission')
  const isReleased = mentor.state === 'released'
  const isWaiting = isReleased || mentor.state === 'candidate' || mentor.state === 'consented'
  const names = (list: 'subjects' | 'competences', codes: string[]) =>
    codes.map((code) => name(list, code)).join(', ')
  return (
    <>
      <PageHeader
        title={fullName(mentor.person)}
        description={mentor.position}
        badge={<StateBadge of="mentorState" state={mentor.state} />}
        actions={
          <>
            {isWaiting && (
              <AllowedButton
                allowed={mentor.allowed.includes('admitMentor')}
                why={t`Принимает в банк руководитель, когда записано действующее согласие на обработку персональных данных.`}
                loading={admit.isPending}
                onClick={async () => {
                  if (await admit.send({ path, version: mentor.version }))
                    notifications.show({ message: t`Наставник принят в банк` })
                }}
              >
                {isReleased ? t`Принять в банк снова` : t`Принять в банк`}
              </AllowedButton>
            )}
            {mentor.allowed.includes('editMentor') && (
              <ButtonLink
                variant="default"
                to="/o/$organizationId/mentors/$mentorId/edit"
                params={path}
              >
                <Trans>Изменить</Trans>
              </ButtonLink>
            )}
            <InvitationButton
              personId={mentor.person.id}
              name={fullName(mentor.person)}
              hasAccount={mentor.person.hasAccount}
              size="sm"
            />
          </>
        }
      />
      <Stack gap={0}>
        <ProblemAlert problem={admit.problem} />
        <Section
          title={t`Сведения`}
          actions={
            <EditPersonLink
              personId={mentor.person.id}
              name={fullName(mentor.person)}
              allowed={mentor.allowed}
            />
          }
        >
          <Facts>
            <PersonFacts person={mentor.person} />
            <Fact label={t`Место работы или учёбы`}>
              {mentor.isEmployee ? t`В этой организации` : mentor.employer}
            </Fact>
            <Fact label={t`Предметы`}>{names('subjects', mentor.subjectCodes)}</Fact>
            <Fact label={t`Компетенции`}>{names('competences', mentor.competenceCodes)}</Fact>
            <Fact label={t`Места`}>
              {t`${mentor.places.taken} занято, ${mentor.places.free} свободно`}
            </Fact>
          </Facts>
        </Section>
        <RepresentativeSection
          minor={mentor.person}
          representatives={mentor.legalRepresentatives}
          allowed={mentor.allowed}
        />
        <PersonConsents
          personId={mentor.person.id}
          isMinor={mentor.person.isMinor}
          representatives={mentor.legalRepresentatives}
        />
      </Stack>
    </>
  )
}
