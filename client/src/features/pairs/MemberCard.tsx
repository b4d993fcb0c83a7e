import { Box, Group, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { TextLink } from '~/ui/links'
import { AddendumButton } from './AddendumButton'
import { AnswerButtons } from './AnswerButtons'
import { WithdrawAgreementButton } from './WithdrawAgreementButton'
import type { Member, Pair } from './types'

/** One side of a pair: its answer and papers, and the buttons for both. */
export function MemberCard({ pair, member }: { pair: Pair; member: Member }) {
  const label = useLabels()
  return (
    <Box mb="md">
      <Stack gap={4}>
        <Group gap="xs">
          <Text c="dimmed">{label('teamSide', member.side)}</Text>
          <MemberName member={member} />
          {(member.position ?? member.schoolClass) && (
            <Text size="sm" c="dimmed">
              {member.position ?? member.schoolClass}
            </Text>
          )}
        </Group>
        <MemberAnswer member={member} />
        <MemberAddendum member={member} />
        <Group gap="sm" className="no-print">
          <AnswerButtons pair={pair} member={member} />
          <WithdrawAgreementButton pair={pair} member={member} />
          <AddendumButton pair={pair} member={member} />
        </Group>
      </Stack>
    </Box>
  )
}

function MemberName({ member }: { member: Member }) {
  const organizationId = useOrganizationId()
  const folder = member.side === 'mentor' ? 'mentors' : 'mentees'
  const mayOpen = usePermission(`${folder}.view`)
  const to: string = `/o/${organizationId}/${folder}/${member.profileId}`
  return mayOpen ? <TextLink to={to}>{member.name}</TextLink> : <Text fw={600}>{member.name}</Text>
}

function MemberAnswer({ member }: { member: Member }) {
  const agreedOn = formatDate(member.agreedOn)
  const declinedOn = formatDate(member.declinedOn)
  if (member.declinedOn)
    return (
      <Text size="sm">
        <Trans>
          Отказ {declinedOn}: {member.declineReason}
        </Trans>
      </Text>
    )
  if (member.dutyConsent?.withdrawnOn)
    return (
      <Text size="sm">
        <Trans>Согласие отозвано {formatDate(member.dutyConsent.withdrawnOn)}</Trans>
      </Text>
    )
  if (member.agreedOn)
    return (
      <Text size="sm">
        {member.dutyConsent?.way === 'onPaper' ? (
          <Trans>Согласие дано {agreedOn}, подписано на бумаге</Trans>
        ) : (
          <Trans>Согласие дано {agreedOn}</Trans>
        )}
      </Text>
    )
  return (
    <Text size="sm" c="dimmed">
      <Trans>Ответа ещё нет</Trans>
    </Text>
  )
}

function MemberAddendum({ member }: { member: Member }) {
  const { t } = useLingui()
  if (!member.addendumRequired && !member.addendum) return null
  const signedOn = formatDate(member.addendum?.signedOn)
  return (
    <Text size="sm" c={member.addendum ? undefined : 'dimmed'}>
      {member.addendum
        ? t`Дополнительное соглашение № ${member.addendum.number} от ${signedOn}`
        : t`Нужно дополнительное соглашение к трудовому договору (статья 351.8 ТК РФ)`}
    </Text>
  )
}
