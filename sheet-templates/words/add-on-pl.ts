import { plural } from '../../core/time/plural';
import type { AddOnWords } from './add-on-words';

export const pl: AddOnWords = {
  home: {
    title: 'Moje otwarte zgłoszenia',
    open: (count) =>
      `${count} ${plural('pl', count, ['zgłoszenie', 'zgłoszenia', 'zgłoszeń'])}, najpilniejsze na początku`,
    none: 'Nie masz otwartych zgłoszeń: ani przypisanych do Ciebie, ani z Twoich zajęć.',
    more: (count) =>
      `Jeszcze ${count} ${plural('pl', count, ['zgłoszenie jest', 'zgłoszenia są', 'zgłoszeń jest'])} na karcie Zgłoszenia.`,
    noDue: 'Bez terminu',
  },
  ticket: {
    participant: 'Uczestnik',
    lastMessages: 'Ostatnie wiadomości',
    change: 'Zmień',
    openRow: 'Otwórz wiersz',
    savedLook: 'Zapisano. Odśwież, aby zobaczyć obecny stan zgłoszenia.',
    onHold: (day) => `do ${day}`,
  },
  reply: {
    choose: 'Szablon',
    show: 'Pokaż tekst',
    insert: 'Wstaw jako szkic odpowiedzi',
    relayed: (name) =>
      `Szkic jest adresowany na Waszą skrzynkę wsparcia. To, co napiszesz, otrzyma ${name}: z tego adresu, z powitaniem i podpisem.`,
    direct: (name, support) =>
      `Szkic idzie z Twojego adresu, odbiorca: ${name}. W kopii jest ${support}, więc odpowiedź znajdzie się też w zgłoszeniu.`,
    fromSupport: (name) => `Szkic idzie z tej skrzynki, odbiorca: ${name}.`,
    formLine: 'Pierwszy wiersz wskazuje formę listu i nie jest wysyłany. Odpowiedź napisz pod nim.',
    answerHere: '… Twoja odpowiedź …',
    notFromParticipant:
      'Odpowiedź na tę wiadomość nie trafiłaby do uczestnika ze zgłoszenia, dlatego nie ma tu szablonów. Odpowiedz z wiersza zgłoszenia.',
    addressHidden:
      'Ta wiadomość nie przyszła na Twój adres, więc odpowiedź zdradziłaby go uczestnikowi. Odpowiedz na list, który Rowdesk wysłał Ci o tym zgłoszeniu, albo z wiersza zgłoszenia.',
    noSupportAddress:
      'Na karcie Ustawienia brakuje support_address, więc Rowdesk nie wie, dokąd trafiłaby odpowiedź na tę wiadomość. Uzupełnij go i otwórz wiadomość ponownie.',
  },
  mail: {
    title: 'To jeszcze nie zgłoszenie',
    unknown: (sender) => `Ta wiadomość (nadawca: ${sender}) nie należy do żadnego zgłoszenia.`,
    make: 'Zrób z tego zgłoszenie',
    how: (support) =>
      `Otworzy się szkic, który przekazuje wiadomość na adres ${support}. Naciśnij w nim „Wyślij”, a mniej więcej po minucie powstanie zgłoszenie osoby, która ją napisała.`,
    madeBefore:
      'Taki szkic dla tej wiadomości był już otwarty. Jeśli został wysłany, zgłoszenie już jest albo zaraz będzie; nie wysyłaj go drugi raz.',
    theirTickets: 'Zgłoszenia tej osoby',
    ofTeam:
      'Tę wiadomość napisał ktoś z karty Zespół. Zgłoszenia robi się tu tylko z wiadomości innych osób.',
    ofSupport:
      'Ta wiadomość przyszła z Waszego adresu wsparcia, a na karcie Zgłoszenia nie ma zgłoszenia, do którego by należała.',
    noSupportAddress:
      'Na karcie Ustawienia brakuje support_address, więc nie ma dokąd przekazać tej wiadomości. Uzupełnij go i wróć tutaj.',
    noSender:
      'Ta wiadomość nie ma nadawcy, więc nie da się tu zrobić z niej zgłoszenia. Przekaż ją do wsparcia ręcznie.',
    leftOut: (files) => `Załączniki za duże, aby je dołączyć: ${files}`,
  },
  notice: {
    notLinked: {
      title: 'Brakuje jednego kroku',
      text: 'Dodatek nie zna jeszcze swojego arkusza. Otwórz arkusz Rowdesk, wybierz w nim raz Rowdesk → Przygotuj arkusz i wróć tutaj.',
    },
    noAccess: {
      title: 'Brak dostępu do arkusza',
      text: 'Google nie pozwala temu kontu otworzyć arkusza Rowdesk. Poproś osobę, która o niego dba, o udostępnienie Ci go z prawem do edycji.',
    },
    noMail: {
      title: 'Nie udało się odczytać wiadomości',
      text: 'Gmail nie przekazał tej wiadomości. Otwórz inną, a potem znowu tę.',
    },
    trouble: {
      title: 'Nie udało się',
      text: 'Google nie odpowiada tak, jak powinien. Odczekaj minutę i otwórz to ponownie: zobaczysz, co się zapisało, a co nie.',
    },
    outdated: {
      title: 'Ta karta jest nieaktualna',
      text: 'Rowdesk zmienił się od chwili, gdy ją pokazano. Otwórz wiadomość ponownie.',
    },
    refused: 'Nie zrobiono',
  },
};
