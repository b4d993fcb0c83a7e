/** Fixed words of an official paper: they are part of the document and are never translated. */
export const PAPER = {
  order: 'ПРИКАЗ', // not for translation
  orders: 'ПРИКАЗЫВАЮ:', // not for translation
  blankDate: '«___» __________ 20__ г.', // not for translation
  blankNumber: '№ ______',
  acknowledged: 'С приказом ознакомлены:', // not for translation
  name: 'Фамилия, имя, отчество', // not for translation
  position: 'Должность', // not for translation
  date: 'Дата', // not for translation
  signature: 'Подпись', // not for translation
}
