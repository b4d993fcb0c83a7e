/** Fixed words of an official paper: they are part of the document and are never translated. */
export const PAPER = {
  draft: 'ПРОЕКТ', // not for translation
  order: 'ПРИКАЗ', // not for translation
  orders: 'ПРИКАЗЫВАЮ:', // not for translation
  blankDate: '«___» __________ 20__ г.', // not for translation
  blankNumber: '№ ______',
}
