import { bridge, script, TAB_COLOUR, type TabSpec } from '../column-spec';

export const commands: TabSpec<'commands'> = {
  // Not «Команди» alone: one letter away from the Team tab, «Команда».
  title: { en: 'Commands', pl: 'Polecenia', uk: 'Команди з листів' },
  colour: TAB_COLOUR.machine,
  columns: {
    at: bridge(
      {
        en: ['When', 'When the mail with the command came.'],
        pl: ['Kiedy', 'Kiedy przyszedł mail z poleceniem.'],
        uk: ['Коли', 'Коли надійшов лист із командою.'],
      },
      { width: 135 },
    ),
    ticket_id: bridge(
      {
        en: ['Ticket', 'The ticket that it is about.'],
        pl: ['Zgłoszenie', 'Zgłoszenie, którego dotyczy.'],
        uk: ['Звернення', 'Звернення, якого вона стосується.'],
      },
      { width: 90 },
    ),
    who: bridge(
      {
        en: ['Who', 'The colleague who asked for it by mail.'],
        pl: ['Kto', 'Osoba z zespołu, która o to poprosiła mailem.'],
        uk: ['Хто', 'Хто з команди попросив про це листом.'],
      },
      { width: 200 },
    ),
    cell: bridge(
      {
        en: ['What', 'What is to be changed in the ticket.'],
        pl: ['Co', 'Co ma się zmienić w zgłoszeniu.'],
        uk: ['Що', 'Що має змінитися у зверненні.'],
      },
      { width: 130 },
    ),
    value: bridge(
      {
        en: ['To', 'The new value.'],
        pl: ['Na co', 'Nowa wartość.'],
        uk: ['На що', 'Нове значення.'],
      },
      { width: 170 },
    ),
    state: script(
      {
        en: ['State', 'Done or refused; empty until the tracker has come to it.'],
        pl: ['Stan', 'Wykonane albo odrzucone; puste, dopóki program nie zajmie się poleceniem.'],
        uk: ['Стан', 'Виконано чи відхилено; порожньо, доки програма до неї не дійшла.'],
      },
      { width: 110 },
    ),
    done_at: script(
      {
        en: ['Done', 'When it was carried out or refused.'],
        pl: ['Kiedy wykonano', 'Kiedy je wykonano lub odrzucono.'],
        uk: ['Коли виконано', 'Коли її виконано чи відхилено.'],
      },
      { width: 135 },
    ),
    answer: script(
      {
        en: ['Why not', 'Why it was refused.'],
        pl: ['Dlaczego nie', 'Dlaczego je odrzucono.'],
        uk: ['Чому ні', 'Чому її відхилено.'],
      },
      { width: 320, wrap: true },
    ),
    id: bridge(
      {
        en: ['Id', 'For the program: identity of the command.'],
        pl: ['Id', 'Dla programu: identyfikator polecenia.'],
        uk: ['Ідентифікатор', 'Для програми: ідентифікатор команди.'],
      },
      { hidden: true },
    ),
  },
};
