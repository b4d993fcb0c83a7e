import { Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { Fact, Facts } from '~/ui/Facts'
import { FigureCell } from '~/ui/FigureCell'
import { Section } from '~/ui/Section'
import { Empty, Loaded } from '~/ui/states'
import { FiguresHeader } from './FiguresHeader'
import { type Figures, useFigureColumns } from './useFigureColumns'

/** The figures of one's own organization: exact, nothing hidden. */
export function OrganizationFiguresPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const query = useRead('/organizations/{organizationId}/figures', { path: { organizationId } })
  return (
    <Loaded query={query} page>
      {({ schoolYear, computedAt, figures }) => (
        <>
          <FiguresHeader
            title={t`Показатели организации`}
            schoolYear={schoolYear}
            computedAt={computedAt}
          />
          {computedAt ? (
            <OrganizationFigures figures={figures} />
          ) : (
            <Empty title={t`Показатели ещё не посчитаны`}>
              <Trans>Они появятся сами, когда в организации начнётся работа с парами.</Trans>
            </Empty>
          )}
        </>
      )}
    </Loaded>
  )
}

function OrganizationFigures({ figures }: { figures: Figures }) {
  const { t } = useLingui()
  const columns = useFigureColumns()
  return (
    <>
      <Section title={t`Показатели`}>
        <Facts>
          {columns.map(({ key, header, cell }) => (
            <Fact key={key} label={header}>
              {cell(figures)}
            </Fact>
          ))}
        </Facts>
      </Section>
      <Section title={t`Охват по целевым группам`}>
        <Coverage groups={figures.coverage} />
      </Section>
    </>
  )
}

function Coverage({ groups }: { groups: Figures['coverage'] }) {
  const { t } = useLingui()
  const label = useLabels()
  return (
    <>
      <Facts>
        {groups.map(({ targetGroup, participants, total, percent, hidden, targetPercent }) => {
          const name = label('targetGroup', targetGroup)
          return (
            <Fact key={targetGroup} label={t`${name}, цель ${targetPercent} %`}>
              {/* A group whose size nobody has said is not a group of nobody. */}
              <FigureCell
                value={participants}
                of={total || null}
                percent={percent}
                hidden={hidden}
              />
            </Fact>
          )
        })}
      </Facts>
      {groups.some(({ total }) => total === 0) && (
        <Text size="sm" c="dimmed" mt="sm">
          <Trans>Где численность группы не внесена, показано только число участников.</Trans>
        </Text>
      )}
    </>
  )
}
