/** Fixed words of an official paper: they are part of the document and are never translated. */
export const PAPER = {
  order: 'ПРИКАЗ', // not for translation
  orders: 'ПРИКАЗЫВАЮ:', // not for translation
  blankDate: '«___» __________ 20__ г.', // not for translation
  blankNumber: '№ ______',
  acknowledged: 'С приказом ознакомлены:', // not for translation
  name: 'Фамилия, инициалы', // not for translation
  annexMention: 'приложению № 1', // not for translation
  annex: 'Приложение № 1', // not for translation
  pairs: 'Наставнические пары', // not for translation
  mentor: 'Наставник', // not for translation
  mentorPosition: 'Должность наставника', // not for translation
  mentee: 'Наставляемый', // not for translation
  menteePosition: 'Должность (класс) наставляемого', // not for translation
  form: 'Форма наставничества', // not for translation
  position: 'Должность', // not for translation
  date: 'Дата', // not for translation
  signature: 'Подпись', // not for translation
}
