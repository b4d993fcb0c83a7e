import { Progress, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { MeetingList } from '~/features/meetings'
import { useRead } from '~/platform/api/api'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { Fact, Facts } from '~/ui/Facts'
import { PageHeader } from '~/ui/PageHeader'
import { PrintButton } from '~/ui/PrintLayout'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { ButtonLink, TextLink } from '~/ui/links'
import { Loaded } from '~/ui/states'
import { ActivityPlan } from './ActivityPlan'
import { Agreements } from './Agreements'
import { ApproveProgramButton } from './ApproveProgramButton'
import { CompleteProgramButton } from './CompleteProgramButton'
import { ChangeTermButton } from './ChangeTermButton'
import { ProgramChanges } from './ProgramChanges'
import { ProgramEditions } from './ProgramEditions'
import { ProgramFacts } from './ProgramFacts'
import { RationaleText } from './RationaleText'
import type { Program } from './types'

const route = getRouteApi('/o/$organizationId/programs/$programId')

/** One program: the note, the plan, who has agreed, how far it has come. */
export function ProgramPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/programs/{programId}', { path })
  return (
    <Loaded query={query} page>
      {(program) => <ProgramDetails program={program} />}
    </Loaded>
  )
}

function ProgramDetails({ program }: { program: Program }) {
  const { t } = useLingui()
  const path = route.useParams()
  const label = useLabels()
  return (
    <>
      <PageHeader
        title={t`Персонализированная программа`}
        description={
          <TextLink
            to="/o/$organizationId/pairs/$pairId"
            params={{ ...path, pairId: program.pairId }}
          >
            {program.members.map((member) => member.name).join(' — ')}
          </TextLink>
        }
        badge={<StateBadge of="programState" state={program.state} />}
        actions={
          <>
            <ApproveProgramButton program={program} />
            <ChangeTermButton program={program} />
            {program.allowed.includes('amendProgram') && (
              <ButtonLink
                variant="default"
                to="/o/$organizationId/programs/$programId/amend"
                params={path}
              >
                <Trans>Изменить план</Trans>
              </ButtonLink>
            )}
            <CompleteProgramButton program={program} />
            {program.allowed.includes('editProgram') && (
              <ButtonLink
                variant="default"
                to="/o/$organizationId/programs/$programId/edit"
                params={path}
              >
                <Trans>Изменить</Trans>
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      <Section title={t`Основное`}>
        <Facts>
          <ProgramFacts program={program} />
          <Fact label={t`Утверждена`}>
            {program.approvedOn &&
              [
                formatDate(program.approvedOn),
                program.approvalDocument &&
                  t`№ ${program.approvalDocument.number} от ${formatDate(program.approvalDocument.date)}`,
              ]
                .filter(Boolean)
                .join(', ')}
          </Fact>
          {program.ending && (
            <Fact label={t`Завершена`}>
              {[
                formatDate(program.ending.endedOn),
                program.ending.cause && label('closingCause', program.ending.cause),
                program.ending.explanation,
              ]
                .filter(Boolean)
                .join('. ')}
            </Fact>
          )}
        </Facts>
        <ProgressLine progress={program.progress} />
      </Section>
      <Agreements program={program} />
      <Section title={t`Пояснительная записка`}>
        <Stack gap="sm">
          <RationaleText rationale={program.rationale} order={3} />
        </Stack>
      </Section>
      <ActivityPlan program={program} />
      <Section title={t`Встречи`}>
        <MeetingList meetings={program.meetings} />
      </Section>
      <ProgramChanges program={program} />
      <ProgramEditions program={program} />
    </>
  )
}

function ProgressLine({ progress }: { progress: Program['progress'] }) {
  const { t } = useLingui()
  if (progress.planned === 0) return null
  return (
    <Stack gap={4} mt="md">
      <Text size="sm">
        {t`Выполнено ${progress.done} из ${progress.planned}`}
        {progress.overdue > 0 && t`, просрочено ${progress.overdue}`}
      </Text>
      <Progress
        value={(100 * progress.done) / progress.planned}
        aria-label={t`Выполнение плана`}
        size="lg"
      />
    </Stack>
  )
}
