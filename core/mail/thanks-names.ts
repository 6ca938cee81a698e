/**
 * Given names that stand in a thank-you ("Thanks, Tom", "Dzięki, Olu", "Дякую, Олено"), as one calls somebody too. Only
 * names that are no everyday word: "Dziękuję, Róża" may be about a rose, "Thanks, Bill" about an invoice. A name that is
 * missing here costs a click.
 */
export const GIVEN_NAMES = `
Adam Adamie Adrian Adrianie Agata Agato Agnieszka Agnieszko Aga Ago Aleksander Aleksandrze Aleksandra Aleksandro
Alicja Alicjo Andrzej Andrzeju Ania Aniu Anna Anno Antoni Arek Arku Arkadiusz Arkadiuszu Artur Arturze Asia Asiu
Barbara Barbaro Basia Basiu Bartek Bartku Bartosz Bartoszu Beata Beato Bogdan Bogdanie Bożena Bożeno Dagmara Dagmaro
Damian Damianie Daniel Danielu Danuta Danuto Darek Darku Dariusz Dariuszu Dawid Dawidzie Dominik Dominiku Dominika
Dominiko Dorota Doroto Edyta Edyto Ela Elu Elżbieta Elżbieto Emilia Emilio Ewa Ewo Ewelina Ewelino Filip Filipie
Franciszek Franciszku Gosia Gosiu Grzegorz Grzegorzu Grzesiek Grześku Halina Halino Hanna Hanno Hania Haniu Henryk
Henryku Hubert Hubercie Iga Igo Igor Igorze Irena Ireno Iwona Iwono Iza Izo Izabela Izabelo Jacek Jacku Jakub Jakubie
Jan Janie Janek Janku Janusz Januszu Jarek Jarku Jarosław Jarosławie Joanna Joanno Jola Jolu Jolanta Jolanto Julia Julio
Justyna Justyno Kacper Kacprze Kamil Kamilu Kamila Kamilo Karol Karolu Karolina Karolino Kasia Kasiu Katarzyna Katarzyno
Kinga Kingo Konrad Konradzie Krystyna Krystyno Krzysiek Krzyśku Krzysztof Krzysztofie Kuba Kubo Lena Leno Leszek Leszku
Lidia Lidio Łukasz Łukaszu Maciej Macieju Maciek Maćku Magda Magdo Magdalena Magdaleno Maja Maju Małgorzata Małgorzato
Marcin Marcinie Marek Marku Maria Mario Marianna Marianno Mariusz Mariuszu Marta Marto Martyna Martyno Mateusz Mateuszu
Michał Michale Mikołaj Mikołaju Mirosław Mirosławie Monika Moniko Natalia Natalio Norbert Norbercie Ola Olu Olga Olgo
Oliwia Oliwio Patryk Patryku Patrycja Patrycjo Paulina Paulino Paweł Pawle Piotr Piotrze Piotrek Piotrku Przemek Przemku
Przemysław Przemysławie Radek Radku Radosław Radosławie Rafał Rafale Renata Renato Robert Robercie Roman Romanie Ryszard
Ryszardzie Sebastian Sebastianie Sławek Sławku Stanisław Stanisławie Stefan Stefanie Sylwia Sylwio Szymon Szymonie
Tadeusz Tadeuszu Tomasz Tomaszu Tomek Tomku Urszula Urszulo Ula Ulu Wanda Wando Weronika Weroniko Wiktor Wiktorze
Wiktoria Wiktorio Wioletta Wioletto Witold Witoldzie Wojciech Wojciechu Wojtek Wojtku Zbigniew Zbigniewie Zofia Zofio
Zosia Zosiu Zuzanna Zuzanno
Аліна Аліно Алла Алло Анастасія Анастасіє Настя Насте Андрій Андрію Аня Аню Анна Анно Ганна Ганно Антон Антоне Артем Артеме
Богдан Богдане Богдана Богдано Борис Борисе Валентина Валентино Валерій Валерію Василь Василю Вікторія Вікторіє Віталій
Віталію Віктор Вікторе Владислав Владиславе Володимир Володимире Галина Галино Григорій Григорію Дарина Дарино Дар’я Дар’є
Денис Денисе Дмитро Дмитре Євген Євгене Євгенія Євгеніє Єлизавета Єлизавето Іван Іване Ігор Ігоре Інна Інно Ірина Ірино
Іра Іро Карина Карино Катерина Катерино Катя Катю Кирило Кириле Костянтин Костянтине Ксенія Ксеніє Лариса Ларисо Леся Лесю
Лідія Лідіє Людмила Людмило Максим Максиме Марина Марино Марія Маріє Микола Миколо Михайло Михайле Надійка Назар Назаре
Наталія Наталіє Наталя Наталю Оксана Оксано Олег Олеже Олександр Олександре Олександра Олександро Олексій Олексію Олена
Олено Олеся Олесю Ольга Ольго Оля Олю Павло Павле Петро Петре Поліна Поліно Роман Романе Руслан Руслане Світлана Світлано
Сергій Сергію Софія Софіє Станіслав Станіславе Степан Степане Тарас Тарасе Тетяна Тетяно Таня Таню Федір Федоре Юлія Юліє
Юля Юлю Юрій Юрію Яна Яно Ярослав Ярославе Ярослава Ярославо
Aaron Alan Alex Alexander Alexandra Alice Alison Amanda Amy Andrea Andrew Andy Angela Anne Annie Anthony Barbara Becky Ben
Benjamin Beth Brian Carol Caroline Catherine Charles Charlotte Chloe Chris Christina Christine Christopher Claire Colin
Daniel Dave David Deborah Diana Diane Dominic Donna Edward Eleanor Elena Elizabeth Ellen Emily Emma Eric Ethan Fiona Gary
Gemma Geoff George Graham Greg Hannah Harry Heather Helen Henry Hugh Ian Isabella Jack Jacob James Jane Janet Jason Jenny
Jennifer Jeremy Jessica Jim Joanna Joe John Jonathan Joseph Joshua Julia Julie Karen Kate Katherine Kathy Katie Keith Kelly
Kevin Kim Laura Lauren Leo Liam Linda Lisa Louise Lucy Luke Margaret Maria Martin Mary Matt Matthew Megan Melissa Michael
Michelle Mike Nancy Natalie Nathan Nicholas Nick Nicola Nicole Nigel Oliver Olivia Pamela Patricia Patrick Paul Peter Phil
Philip Priya Rachel Rebecca Richard Robert Roger Ryan Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Simon Sophia
Sophie Stephanie Stephen Steve Steven Stuart Susan Thomas Tim Timothy Tina Tom Tony Tracy Vanessa Victoria Vincent William
Zoe
`
  .trim()
  .split(/\s+/);
