import { useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { Fact } from '~/ui/Facts'
import type { Program } from './types'

type Known = Pick<Program, 'startsOn' | 'endsOn' | 'formCodes' | 'kindCodes' | 'deliveryMode'>

/** When and how the pair works, in force or formerly; other facts may follow. */
export function ProgramFacts({ program }: { program: Known }) {
  const { t } = useLingui()
  const label = useLabels()
  const { name } = useReference()
  return (
    <>
      <Fact label={t`Срок`}>
        {formatDate(program.startsOn)} – {formatDate(program.endsOn)}
      </Fact>
      <Fact label={t`Формы`}>
        {program.formCodes.map((code) => name('forms', code)).join(', ')}
      </Fact>
      <Fact label={t`Виды`}>{program.kindCodes.map((code) => name('kinds', code)).join(', ')}</Fact>
      <Fact label={t`Режим`}>{label('deliveryMode', program.deliveryMode)}</Fact>
    </>
  )
}
