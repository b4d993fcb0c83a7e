import { List, Stack, Text } from '@mantine/core'
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
import { Facts } from '~/ui/Facts'
import { PageHeader } from '~/ui/PageHeader'
import { fullName } from '~/ui/PersonName'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/states'

type Mentee = Answer<'getMentee'>
const route = getRouteApi('/o/$organizationId/mentees/$menteeId')

export function MenteePage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/mentees/{menteeId}', { path })
  return (
    <Loaded query={query} page>
      {(mentee) => <MenteeDetails mentee={mentee} />}
    </Loaded>
  )
}

function MenteeDetails({ mentee }: { mentee: Mentee }) {
  const { t } = useLingui()
  const path = route.useParams()
  const { name } = useReference()
  const admit = useWrite('post', '/organizations/{organizationId}/mentees/{menteeId}/admission')
  const isThrough = mentee.state === 'finished'
  const isWaiting = isThrough || ['identified', 'surveyed', 'consented'].includes(mentee.state)
  return (
    <>
      <PageHeader
        title={fullName(mentee.person)}
        description={[
          name('menteeCategories', mentee.categoryCode),
          mentee.schoolClass ?? mentee.position,
        ]
          .filter(Boolean)
          .join(', ')}
        badge={<StateBadge of="menteeState" state={mentee.state} />}
        actions={
          <>
            {isWaiting && (
              <AllowedButton
                allowed={mentee.allowed.includes('admitMentee')}
                why={
                  mentee.state === 'identified'
                    ? t`В базу принимают, когда записаны запросы наставляемого.`
                    : t`Принимает в базу руководитель, когда записано действующее согласие на обработку персональных данных.`
                }
                loading={admit.isPending}
                onClick={async () => {
                  if (await admit.send({ path, version: mentee.version }))
                    notifications.show({ message: t`Наставляемый принят в базу` })
                }}
              >
                {isThrough ? t`Принять в базу снова` : t`Принять в базу`}
              </AllowedButton>
            )}
            {mentee.allowed.includes('editMentee') && (
              <ButtonLink
                variant="default"
                to="/o/$organizationId/mentees/$menteeId/edit"
                params={path}
              >
                <Trans>Изменить</Trans>
              </ButtonLink>
            )}
            <InvitationButton
              personId={mentee.person.id}
              name={fullName(mentee.person)}
              hasAccount={mentee.person.hasAccount}
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
              personId={mentee.person.id}
              name={fullName(mentee.person)}
              allowed={mentee.allowed}
            />
          }
        >
          <Facts>
            <PersonFacts person={mentee.person} />
          </Facts>
        </Section>
        <Section title={t`Запросы`}>
          {mentee.requests.length === 0 ? (
            <Text c="dimmed">
              <Trans>Запросы ещё не записаны.</Trans>
            </Text>
          ) : (
            <List>
              {mentee.requests.map((request) => (
                <List.Item key={request.topicCode}>
                  {[name('requestTopics', request.topicCode), request.text]
                    .filter(Boolean)
                    .join('. ')}
                </List.Item>
              ))}
            </List>
          )}
        </Section>
        <RepresentativeSection
          minor={mentee.person}
          representatives={mentee.legalRepresentatives}
          allowed={mentee.allowed}
        />
        <PersonConsents
          personId={mentee.person.id}
          isMinor={mentee.person.isMinor}
          representatives={mentee.legalRepresentatives}
        />
      </Stack>
    </>
  )
}
