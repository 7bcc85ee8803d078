import type { AppealCategory, AppealDoor, AppealPlace, Applicant, Rating } from '../../domain/appeal.js';
import type { ChannelId } from '../../domain/channel-id.js';

/** One demonstration appeal, as a story; `appeals.ts` makes a stored appeal of it. */
export interface AppealStory {
  /** Days before today when it was written; `month`: so that today is its last day */
  readonly daysAgo: number | 'month';
  /** Hour and minute of the city's clock */
  readonly at: readonly [hour: number, minute: number];
  readonly channel: ChannelId;
  readonly door: AppealDoor;
  readonly category: AppealCategory;
  readonly departmentId: string;
  readonly applicant?: Applicant;
  readonly place?: AppealPlace;
  readonly text: string;
  /** Name of a drawn photo that came with it */
  readonly photo?: 'pothole' | 'rubbish';
  /** Days after the appeal when the moderator took it */
  readonly takenAfterDays?: number;
  readonly note?: string;
  /** Where it was handed on to, by the appeals office */
  readonly forwardedTo?: string;
  readonly answer?: { readonly afterDays: number; readonly text: string };
  readonly rating?: Rating;
}

/** From the oldest to the newest. All people, streets' numbers and troubles are invented. */
export const APPEAL_STORIES: readonly AppealStory[] = [
  {
    daysAgo: 52,
    at: [9, 40],
    channel: 'viber',
    door: 'official',
    category: 'utilities',
    departmentId: 'housing',
    applicant: { fullName: 'Зразковий Андрій Павлович', residence: 'м. Ніжин, вул. Озерна, 17, кв. 33' },
    place: { address: 'вул. Озерна, 17' },
    text: 'На верхніх поверхах будинку вже тиждень слабкий тиск води: увечері душ прийняти неможливо. Прошу перевірити насосну станцію.',
    takenAfterDays: 1,
    answer: {
      afterDays: 6,
      text: 'Насосну станцію оглянули разом із водоканалом: замінено зношений підвищувальний насос. Тиск на п’ятому поверсі тепер 2,1 бара за норми 2. Дякуємо, що повідомили.',
    },
    rating: 'solved',
  },
  {
    daysAgo: 45,
    at: [14, 5],
    channel: 'telegram',
    door: 'private',
    category: 'welfare',
    departmentId: 'welfare',
    applicant: { fullName: 'Прикладна Надія Іванівна', residence: 'м. Ніжин, вул. Прилуцька, 82, кв. 4' },
    text: 'Субсидію на опалення минулого сезону перерахували у вересні, цього року повідомлення ще не було. Чи треба подавати нову заяву?',
    takenAfterDays: 2,
    answer: {
      afterDays: 8,
      text: 'Нову заяву подавати не потрібно: субсидію на цей сезон призначено автоматично, бо склад сім’ї та доходи не змінилися. Повідомлення про розмір надійде поштою до кінця місяця.',
    },
    rating: 'partly',
  },
  {
    daysAgo: 38,
    at: [11, 20],
    channel: 'telegram',
    door: 'official',
    category: 'roads',
    departmentId: 'housing',
    applicant: { fullName: 'Умовний Василь Миколайович', residence: 'м. Ніжин, вул. Шевченка, 96' },
    place: { address: 'перехрестя вул. Шевченка та вул. Козача' },
    text: 'На перехресті просів люк: машини об’їжджають його зустрічною смугою. Прошу підняти люк і залатати асфальт навколо.',
    takenAfterDays: 3,
    note: 'Бригада виїздила, але без мастики. Обіцяли закінчити наступного тижня – зателефонувати майстрові й попросити точну дату, строк уже горить.',
  },
  {
    daysAgo: 'month',
    at: [10, 15],
    channel: 'viber',
    door: 'official',
    category: 'yards',
    departmentId: 'housing',
    applicant: { fullName: 'Уявна Людмила Федорівна', residence: 'м. Ніжин, вул. Незалежності, 21, кв. 11' },
    place: {
      address: 'двір за будинком вул. Незалежності, 21',
      point: { latitude: 51.0419, longitude: 31.8832 },
    },
    text: 'Старий ясен нахилився над дитячим майданчиком, одна гілка вже впала після вітру. Просимо обстежити дерево, поки ніхто не постраждав.',
    takenAfterDays: 1,
  },
  {
    daysAgo: 24,
    at: [13, 30],
    channel: 'telegram',
    door: 'official',
    category: 'other',
    departmentId: 'appeals-office',
    applicant: { fullName: 'Примірна Оксана Юріївна', residence: 'с. Переяслівка, вул. Садова, 9' },
    text: 'Шкільний автобус із Переяслівки приходить о 8:25, коли урок уже почався. Прошу перенести виїзд на 15 хвилин раніше.',
    takenAfterDays: 1,
    forwardedTo: 'education',
  },
  {
    daysAgo: 19,
    at: [19, 45],
    channel: 'telegram',
    door: 'anonymous',
    category: 'yards',
    departmentId: 'housing',
    place: { address: 'гаражі за вул. Синяківською' },
    text: 'За гаражами щовечора палять листя й пластик, дим тягне в квартири.',
  },
  {
    daysAgo: 15,
    at: [8, 50],
    channel: 'viber',
    door: 'official',
    category: 'lighting',
    departmentId: 'housing',
    applicant: { fullName: 'Вигаданий Петро Семенович', residence: 'м. Ніжин, вул. Об’їжджа, 40' },
    place: { address: 'пішохідний перехід біля школи на вул. Об’їжджій' },
    text: 'Миготить світильник над пішохідним переходом, водії сліпнуть. Прошу замінити.',
    takenAfterDays: 0,
    answer: {
      afterDays: 2,
      text: 'Світильник над переходом замінено на світлодіодний, перевірено лінію до сусідньої опори. Якщо миготіння повториться, напишіть, будь ласка, сюди ж.',
    },
    rating: 'solved',
  },
  {
    daysAgo: 12,
    at: [16, 10],
    channel: 'telegram',
    door: 'private',
    category: 'welfare',
    departmentId: 'welfare',
    applicant: { fullName: 'Зразкова Тетяна Вікторівна', residence: 'м. Ніжин, вул. Набережна, 14, кв. 2' },
    text: 'Мама після операції не виходить із дому. Як оформити соціального працівника і які документи принести?',
    takenAfterDays: 1,
  },
  {
    daysAgo: 9,
    at: [10, 35],
    channel: 'viber',
    door: 'official',
    category: 'roads',
    departmentId: 'housing',
    applicant: { fullName: 'Прикладний Сергій Олексійович', residence: 'м. Ніжин, вул. Космонавтів, 51' },
    place: {
      address: 'вул. Космонавтів, навпроти будинку 51',
      point: { latitude: 51.0358, longitude: 31.8977 },
    },
    text: 'Після дощів на дорозі утворилася глибока яма, вчора двоє пробили колеса. Фото додаю.',
    photo: 'pothole',
    takenAfterDays: 1,
  },
  {
    daysAgo: 7,
    at: [12, 0],
    channel: 'telegram',
    door: 'official',
    category: 'utilities',
    departmentId: 'housing',
    applicant: { fullName: 'Умовна Ярослава Богданівна', residence: 'м. Ніжин, вул. Гоголя, 6, кв. 19' },
    place: { address: 'вул. Гоголя, 6' },
    text: 'У під’їзді холодні батареї, хоча сусідній будинок опалюють із понеділка. Прошу з’ясувати, у чому річ.',
    takenAfterDays: 2,
  },
  {
    daysAgo: 5,
    at: [9, 15],
    channel: 'viber',
    door: 'official',
    category: 'yards',
    departmentId: 'housing',
    applicant: { fullName: 'Уявний Роман Ігорович', residence: 'м. Ніжин, вул. Богуна, 3, кв. 28' },
    place: { address: 'контейнери біля вул. Богуна, 3' },
    text: 'Контейнери не вивозили чотири дні, сміття вже навколо. Прошу вивезти й переглянути графік.',
    photo: 'rubbish',
  },
  {
    daysAgo: 3,
    at: [15, 25],
    channel: 'telegram',
    door: 'official',
    category: 'lighting',
    departmentId: 'housing',
    applicant: { fullName: 'Примірний Олександр Дмитрович', residence: 'м. Ніжин, вул. Василівська, 33' },
    place: { address: 'вул. Василівська, від будинку 25 до 37' },
    text: 'Уся непарна сторона вулиці ввечері темна, не світять шість ліхтарів поспіль.',
    takenAfterDays: 0,
  },
  {
    daysAgo: 2,
    at: [11, 50],
    channel: 'viber',
    door: 'official',
    category: 'other',
    departmentId: 'appeals-office',
    applicant: { fullName: 'Вигадана Марія Олегівна', residence: 'м. Ніжин, вул. Кушакевичів, 12, кв. 5' },
    text: 'Чи можна записати дитину до художньої школи посеред навчального року і скільки коштує місяць?',
  },
  {
    daysAgo: 1,
    at: [21, 40],
    channel: 'telegram',
    door: 'official',
    category: 'roads',
    departmentId: 'housing',
    applicant: { fullName: 'Зразковий Іван Тарасович', residence: 'м. Ніжин, вул. Шепелівська, 18' },
    place: { address: 'тротуар на вул. Шепелівській' },
    text: 'Прошу відремонтувати тротуар: дитячим візком проїхати неможливо, доводиться йти дорогою.',
  },
];
