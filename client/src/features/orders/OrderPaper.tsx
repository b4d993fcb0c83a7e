import { Text } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { Sheet } from '~/ui/PrintLayout'
import classes from './OrderPaper.module.css'
import { PAPER } from './paperWords'

type Order = Answer<'getOrder'>

/**
 * The order's text to be read before it is signed. It is never printed: the paper is the .docx, whose
 * bytes are sealed. The words of a Russian paper are Russian in any language.
 */
export function OrderPaper({ order }: { order: Order }) {
  const organizationId = useOrganizationId()
  const { data: organization } = useRead('/organizations/{organizationId}', {
    path: { organizationId },
  })
  const clauses = [...order.clauses, { text: order.control, subClauses: [] }]
  return (
    <>
      <div className="no-print">
        <Sheet label={order.heading}>
          <div lang="ru">
            {order.state === 'draft' && <p className={classes.draft}>{PAPER.draft}</p>}
            <p className={classes.center}>{organization?.fullName}</p>
            <p className={classes.kind}>{PAPER.order}</p>
            <div className={classes.requisites}>
              <span>{order.signedOn ? formatDate(order.signedOn) : PAPER.blankDate}</span>
              <span>{order.number ? `№ ${order.number}` : PAPER.blankNumber}</span>
            </div>
            <p className={classes.center}>{organization?.locality}</p>
            <p className={classes.heading}>{order.heading}</p>
            <p className={classes.text}>{order.preamble}</p>
            <p>{PAPER.orders}</p>
            <ol className={classes.clauses}>
              {clauses.map((clause, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a clause is known by its number
                <li key={index}>
                  {clause.text}
                  {clause.subClauses.length > 0 && (
                    <ol className={classes.clauses}>
                      {clause.subClauses.map((part) => (
                        <li key={part}>{part}</li>
                      ))}
                    </ol>
                  )}
                </li>
              ))}
            </ol>
            <div className={classes.signature}>
              <span>{order.signatory.title}</span>
              <span className={classes.line} aria-hidden />
              <span>{order.signatory.name}</span>
            </div>
          </div>
        </Sheet>
        <Text size="sm" c="dimmed" mt="xs">
          <Trans>
            Лист ознакомления и приложение с парами есть в файле .docx: приказ печатают и
            подписывают из него.
          </Trans>
        </Text>
      </div>
      <p className={classes.notPaper}>
        <Trans>Приказ печатают из файла .docx. Его можно скачать на странице приказа.</Trans>
      </p>
    </>
  )
}
