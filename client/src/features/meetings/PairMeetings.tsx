import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import { useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { Section } from '~/ui/Section'
import { ButtonLink } from '~/ui/links'
import { Loaded } from '~/ui/states'
import { MeetingActions } from './MeetingActions'
import { MeetingList } from './MeetingList'

/** The meetings of a pair on the pair's own page. */
export function PairMeetings({ pairId, isOpen }: { pairId: string; isOpen: boolean }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const mayView = usePermission('meetings.view')
  const mayLog = usePermission('meetings.log')
  if (!mayView) return null
  return (
    <Section
      title={t`Встречи`}
      actions={
        mayLog &&
        isOpen && (
          <ButtonLink
            size="xs"
            to="/o/$organizationId/meetings/new"
            params={{ organizationId }}
            search={{ pairId }}
          >
            <Trans>Записать встречу</Trans>
          </ButtonLink>
        )
      }
    >
      <Meetings pairId={pairId} />
    </Section>
  )
}

function Meetings({ pairId }: { pairId: string }) {
  const organizationId = useOrganizationId()
  const query = useRead('/organizations/{organizationId}/meetings', {
    path: { organizationId },
    query: { pairId, sort: '-heldOn', limit: 200 },
  })
  return (
    <Loaded query={query}>
      {({ items }) => (
        <MeetingList meetings={items} actions={(meeting) => <MeetingActions meeting={meeting} />} />
      )}
    </Loaded>
  )
}
