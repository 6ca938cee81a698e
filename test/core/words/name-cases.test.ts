/** Names as Polish and Ukrainian sentences decline them. */
import { folded } from '../../../core/words/folded';
import { isCaseOfName } from '../../../core/words/name-cases';

const isCase = (typed: string, name: string) => isCaseOfName(folded(typed), folded(name));

test.each([
  ['Lena', 'Lenie', 'Leny', 'Lenę'],
  ['Anna', 'Annie', 'Anny'],
  ['Ola', 'Oli', 'Olę'],
  ['Ania', 'Ani', 'Anię'],
  ['Zosia', 'Zosi', 'Zosię'],
  ['Maria', 'Marii', 'Marię'],
  ['Łucja', 'Łucji', 'Łucję'],
  ['Maja', 'Mai'],
  ['Monika', 'Monice', 'Moniki'],
  ['Jadwiga', 'Jadwidze', 'Jadwigi'],
  ['Olga', 'Oldze'],
  ['Marta', 'Marcie', 'Marty'],
  ['Magda', 'Magdzie', 'Magdę'],
  ['Barbara', 'Barbarze'],
  ['Ewa', 'Ewie', 'Ewy'],
  ['Jan', 'Janowi', 'Jana', 'Janie'],
  ['Tomasz', 'Tomaszowi', 'Tomasza', 'Tomaszem'],
  ['Marek', 'Markowi', 'Marka'],
  ['Krzysiek', 'Krzyśkowi', 'Krzyśka'],
  ['Bartek', 'Bartkowi'],
  ['Paweł', 'Pawłowi', 'Pawła'],
  ['Piotr', 'Piotrowi', 'Piotrze'],
  ['Andrzej', 'Andrzejowi', 'Andrzeja'],
  ['Jerzy', 'Jerzemu', 'Jerzego'],
  ['Antoni', 'Antoniemu'],
  ['Kuba', 'Kubie'],
  ['Kowalski', 'Kowalskiemu', 'Kowalskiego'],
  ['Wrońska', 'Wrońskiej'],
  ['Brzoza', 'Brzozie', 'Brzozy'],
  ['Nowak', 'Nowakowi'],
  ['Олена', 'Олені', 'Олену', 'Оленою'],
  ['Марія', 'Марії', 'Марію'],
  ['Соломія', 'Соломії'],
  ['Ольга', 'Ользі', 'Ольгу'],
  ['Іван', 'Іванові', 'Івану', 'Івана'],
  ['Андрій', 'Андрієві', 'Андрію', 'Андрія'],
  ['Сергій', 'Сергієві', 'Сергію'],
  ['Ігор', 'Ігореві', 'Ігорю'],
  ['Василь', 'Василеві', 'Василю'],
  ['Дмитро', 'Дмитрові', 'Дмитру'],
  ['Микола', 'Миколі', 'Миколу'],
  ['Кравець', 'Кравцю', 'Кравцеві'],
  ['Шевчук', 'Шевчукові', 'Шевчуку'],
  ['Калинова', 'Калиновій', 'Калинову'],
  ['Левицький', 'Левицькому', 'Левицького'],
  ['Гай', 'Гаю', 'Гаєві'],
])('%s is meant by %s %s %s %s', (name, ...cases) => {
  for (const typed of cases)
    if (typed !== undefined) expect([typed, isCase(typed, name)]).toEqual([typed, true]);
});

test.each([
  // Other people's names.
  ['Ada', 'Aga'],
  ['Ida', 'Iga'],
  ['Marek', 'Marta'],
  ['Marek', 'Marty'],
  ['Patryk', 'Patrycja'],
  ['Patryk', 'Patrycji'],
  ['Emil', 'Emilia'],
  ['Emil', 'Emilii'],
  ['Stefan', 'Stefania'],
  ['Stefan', 'Stefanii'],
  ['Jana', 'Janowi'],
  ['Лех', 'Лесі'],
  ['Lena', 'Leon'],
  ['Lena', 'Helenie'],
  ['Jan', 'Janinie'],
  ['Ewa', 'Ew'],
  ['Olga', 'Oli'],
  ['Tomasz', 'Tom'],
  ['Іван', 'Іванні'],
  ['Олена', 'Олегові'],
])('%s is not meant by %s', (name, typed) => {
  expect(isCase(typed, name)).toBe(false);
});
