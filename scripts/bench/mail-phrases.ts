/** What participants of courses write, as raw material for generated mails. */
import type { Language } from '../../core/language';

export interface Phrases {
  readonly subjects: readonly string[];
  readonly greetings: readonly string[];
  readonly sentences: readonly string[];
  readonly closings: readonly string[];
  readonly people: readonly string[];
  readonly rolesInSignature: readonly string[];
  /** `{date}` and `{who}` are filled in. */
  readonly attribution: string;
}

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    subjects: [
      'Cannot open the webinar link',
      'Certificate for the Excel course',
      'No sound in the last session',
      'Invoice for two participants',
      'Password reset does not arrive',
      'Moving my place to another date',
    ],
    greetings: ['Hello,', 'Good morning,', 'Dear support team,', 'Hi there,'],
    sentences: [
      'I tried to join the session from my office computer and the page stayed white for several minutes.',
      'The microphone works in other programs, only the course room does not see it.',
      'Could you tell me where the recording of the second day will be published?',
      'My colleague received the materials yesterday, but nothing has arrived in my mailbox.',
      'We need the invoice with the company name and the tax number given below.',
      'I changed the browser, cleared the cache and restarted the computer, with the same result.',
      'The next meeting starts on Thursday at nine, so an answer before then would help a lot.',
      'On the phone everything is fine, which makes me think that our firewall may be the reason.',
      'Please let me know whether the exercise files can be opened without the newest Office.',
      'Thank you for the quick help last time, the trainer explained everything clearly.',
    ],
    closings: ['Best regards,', 'Kind regards,', 'Thanks,'],
    people: ['Emma Clarke', 'Oliver Hughes', 'Grace Bennett', 'Daniel Foster', 'Sophie Marsh'],
    rolesInSignature: ['Office manager', 'Training coordinator', 'Accounting'],
    attribution: 'On {date}, {who} wrote:',
  },
  pl: {
    subjects: [
      'Nie mogę otworzyć linku do webinaru',
      'Zaświadczenie po szkoleniu z Excela',
      'Brak dźwięku na ostatnich zajęciach',
      'Faktura za dwie osoby',
      'Nie przychodzi wiadomość ze zmianą hasła',
      'Prośba o zmianę terminu',
    ],
    greetings: ['Dzień dobry,', 'Szanowni Państwo,', 'Witam,', 'Cześć,'],
    sentences: [
      'Próbowałam dołączyć do zajęć z komputera w biurze, ale strona przez kilka minut pozostawała biała.',
      'Mikrofon działa w innych programach, tylko pokój szkoleniowy go nie widzi.',
      'Czy mogą Państwo napisać, gdzie pojawi się nagranie z drugiego dnia?',
      'Koleżanka dostała wczoraj materiały, a do mnie nic jeszcze nie dotarło.',
      'Potrzebujemy faktury z nazwą firmy i numerem NIP podanym poniżej.',
      'Zmieniłem przeglądarkę, wyczyściłem pamięć podręczną i uruchomiłem komputer ponownie, bez skutku.',
      'Następne spotkanie zaczyna się w czwartek o dziewiątej, więc odpowiedź przed tym terminem bardzo pomoże.',
      'Na telefonie wszystko działa, dlatego podejrzewam naszą zaporę sieciową.',
      'Proszę o informację, czy pliki z ćwiczeniami otworzą się w starszym pakiecie Office.',
      'Dziękuję za szybką pomoc poprzednim razem, trener wszystko jasno wyjaśnił.',
    ],
    closings: ['Pozdrawiam,', 'Z poważaniem,', 'Z góry dziękuję,'],
    people: ['Anna Wiśniewska', 'Michał Żółkowski', 'Katarzyna Dąbrowska', 'Paweł Krawczyk', 'Łucja Ćwik'],
    rolesInSignature: ['Kierownik biura', 'Koordynatorka szkoleń', 'Księgowość'],
    attribution: 'W dniu {date} {who} napisał(a):',
  },
  uk: {
    subjects: [
      'Не відкривається посилання на вебінар',
      'Сертифікат після курсу з Excel',
      'Немає звуку на останньому занятті',
      'Рахунок на двох учасників',
      'Не приходить лист для зміни пароля',
      'Прошу перенести мене на іншу дату',
    ],
    greetings: ['Добрий день!', 'Вітаю,', 'Шановна команда підтримки,', 'Доброго ранку!'],
    sentences: [
      'Я намагалася приєднатися до заняття з робочого комп’ютера, але сторінка кілька хвилин лишалася білою.',
      'Мікрофон працює в інших програмах, лише навчальна кімната його не бачить.',
      'Підкажіть, будь ласка, де з’явиться запис другого дня?',
      'Колега отримала матеріали вчора, а до мене ще нічого не надійшло.',
      'Нам потрібен рахунок із назвою компанії та кодом ЄДРПОУ, вказаним нижче.',
      'Я змінив браузер, очистив кеш і перезавантажив комп’ютер, але результат той самий.',
      'Наступна зустріч починається в четвер о дев’ятій, тому відповідь до цього часу дуже допоможе.',
      'На телефоні все гаразд, тож я підозрюю наш мережевий екран.',
      'Напишіть, чи відкриються файли з вправами у старішій версії Office.',
      'Дякую за швидку допомогу минулого разу, тренер усе зрозуміло пояснив.',
    ],
    closings: ['З повагою,', 'Дякую,', 'Гарного дня,'],
    people: ['Олена Шевченко', 'Ігор Бондаренко', 'Наталія Ґудзь', 'Андрій Їжакевич', 'Марія Коваленко'],
    rolesInSignature: ['Керівниця офісу', 'Координатор навчання', 'Бухгалтерія'],
    attribution: '{date} {who} пише:',
  },
};
