import { Stack } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { PairMeetings } from '~/features/meetings'
import { useRead } from '~/platform/api/api'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { usePermission } from '~/platform/session/SessionContext'
import { Fact, Facts } from '~/ui/Facts'
import { PageHeader } from '~/ui/PageHeader'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { ButtonLink, TextLink } from '~/ui/links'
import { Loaded } from '~/ui/states'
import { ClosePairButton } from './ClosePairButton'
import { GateSection } from './GateSection'
import { MemberCard } from './MemberCard'
import { namesOf } from './members'
import type { Pair } from './types'

const route = getRouteApi('/o/$organizationId/pairs/$pairId')

/** One pair: who is in it, who has agreed, what is missing, and what comes next. */
export function PairPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/pairs/{pairId}', { path })
  return (
    <Loaded query={query} page>
      {(pair) => <PairDetails pair={pair} />}
    </Loaded>
  )
}

function PairDetails({ pair }: { pair: Pair }) {
  const { t } = useLingui()
  const path = route.useParams()
  const label = useLabels()
  return (
    <>
      <PageHeader
        title={namesOf(pair)}
        description={pair.form.name}
        badge={<StateBadge of="pairState" state={pair.state} />}
        actions={<ClosePairButton pair={pair} />}
      />
      <GateSection pair={pair} />
      <Section title={t`Участники`}>
        {pair.members.map((member) => (
          <MemberCard key={member.personId} pair={pair} member={member} />
        ))}
      </Section>
      <Section title={t`О паре`}>
        <Facts>
          <Fact label={t`Форма`}>{pair.form.name}</Fact>
          <Fact label={t`Ролевая модель`}>{pair.roleModel?.name}</Fact>
          <Fact label={t`Виды`}>{pair.kinds.map((kind) => kind.name).join(', ')}</Fact>
          <Fact label={t`О чём договариваются`}>{pair.topic}</Fact>
          <Fact label={t`Приказ`}>
            {pair.order && <OrderLink order={pair.order} organizationId={path.organizationId} />}
          </Fact>
          <Fact label={t`Программа`}>
            <PairProgram pair={pair} />
          </Fact>
          {pair.closing && (
            <>
              <Fact label={t`Закрыта`}>{formatDate(pair.closing.closedOn)}</Fact>
              <Fact label={t`Основание`}>
                {[
                  label('closingGround', pair.closing.ground),
                  pair.closing.cause && label('closingCause', pair.closing.cause),
                  pair.closing.explanation,
                ]
                  .filter(Boolean)
                  .join('. ')}
              </Fact>
            </>
          )}
        </Facts>
      </Section>
      <PairMeetings pairId={pair.id} isOpen={pair.state === 'active' && pair.gate.open} />
    </>
  )
}

function OrderLink({
  order,
  organizationId,
}: {
  order: NonNullable<Pair['order']>
  organizationId: string
}) {
  const { t } = useLingui()
  const mayOpen = usePermission('orders.view')
  const signedOn = formatDate(order.signedOn)
  const words = t`№ ${order.number} от ${signedOn}`
  if (!mayOpen) return words
  return (
    <TextLink
      to="/o/$organizationId/orders/$orderId"
      params={{ organizationId, orderId: order.id }}
    >
      {words}
    </TextLink>
  )
}

/** The pair's programs; one that works and has none may be given one. */
function PairProgram({ pair }: { pair: Pair }) {
  const { organizationId } = route.useParams()
  const label = useLabels()
  const mayView = usePermission('programs.view')
  const mayDraft = usePermission('programs.draft')
  const { data } = useRead(
    '/organizations/{organizationId}/programs',
    { path: { organizationId }, query: { pairId: pair.id } },
    { enabled: mayView },
  )
  if (!data) return '—'
  return (
    <Stack gap={4} align="flex-start">
      {data.items.map((program) => (
        <TextLink
          key={program.id}
          to="/o/$organizationId/programs/$programId"
          params={{ organizationId, programId: program.id }}
        >
          {formatDate(program.startsOn)} – {formatDate(program.endsOn)},{' '}
          {label('programState', program.state)}
        </TextLink>
      ))}
      {data.items.length === 0 && mayDraft && pair.state === 'active' && (
        <ButtonLink
          size="xs"
          to="/o/$organizationId/programs/new"
          params={{ organizationId }}
          search={{ pairId: pair.id }}
        >
          <Trans>Составить программу</Trans>
        </ButtonLink>
      )}
      {data.items.length === 0 && pair.state !== 'active' && '—'}
    </Stack>
  )
}
