import { List, SimpleGrid, Text } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { useRead } from '~/platform/api/api'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { Section } from '~/ui/Section'

function MentorOffer({ mentorId }: { mentorId: string }) {
  const { t } = useLingui()
  const { name } = useReference()
  const organizationId = useOrganizationId()
  const { data: mentor } = useRead('/organizations/{organizationId}/mentors/{mentorId}', {
    path: { organizationId, mentorId },
  })
  if (!mentor) return null
  const offers = [
    ...mentor.competenceCodes.map((code) => name('competences', code)),
    ...mentor.subjectCodes.map((code) => name('subjects', code)),
  ]
  return (
    <Section title={t`Что умеет наставник`}>
      {offers.length === 0 ? (
        <Text c="dimmed">
          <Trans>Компетенции не указаны.</Trans>
        </Text>
      ) : (
        <List>
          {offers.map((offer) => (
            <List.Item key={offer}>{offer}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm" mt="sm">
        <Plural
          value={mentor.places.free}
          _0="Свободных мест нет"
          one="Свободно # место"
          few="Свободно # места"
          many="Свободно # мест"
          other="Свободно # места"
        />
      </Text>
    </Section>
  )
}

function MenteeNeeds({ menteeId }: { menteeId: string }) {
  const { t } = useLingui()
  const { name } = useReference()
  const organizationId = useOrganizationId()
  const { data: mentee } = useRead('/organizations/{organizationId}/mentees/{menteeId}', {
    path: { organizationId, menteeId },
  })
  if (!mentee) return null
  return (
    <Section title={t`С чем нужна помощь`}>
      {mentee.requests.length === 0 ? (
        <Text c="dimmed">
          <Trans>Запросы не указаны.</Trans>
        </Text>
      ) : (
        <List>
          {mentee.requests.map(({ topicCode, text }) => (
            <List.Item key={`${topicCode} ${text}`}>
              {name('requestTopics', topicCode)}
              {text && (
                <Text size="sm" c="dimmed">
                  {text}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}

/** What the mentor can do beside what the mentee asks for: the curator sees whether they fit. */
export function MatchFacts({ mentorId, menteeId }: { mentorId: string; menteeId: string }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {mentorId && <MentorOffer mentorId={mentorId} />}
      {menteeId && <MenteeNeeds menteeId={menteeId} />}
    </SimpleGrid>
  )
}
