import type { AppealCategory } from '../../domain/appeal.js';
import type { Department } from './appeals.js';

/** A unit of the council and the categories it answers for; the first one answers for what is nobody's. */
export interface AnsweringDepartment extends Department {
  readonly categories: readonly AppealCategory[];
}

/** Executive bodies of Nizhyn's council, in the order of the console's lists: what a new installation begins with. */
export const NIZHYN_DEPARTMENTS: readonly AnsweringDepartment[] = [
  {
    id: 'appeals-office',
    name: 'Відділ з питань діловодства та роботи зі зверненнями громадян',
    nameGenitive: 'відділу з питань діловодства та роботи зі зверненнями громадян',
    categories: ['other'],
  },
  {
    id: 'housing',
    name: 'Управління житлово-комунального господарства та будівництва',
    nameGenitive: 'управління житлово-комунального господарства та будівництва',
    categories: ['roads', 'lighting', 'utilities', 'yards'],
  },
  {
    id: 'welfare',
    name: 'Управління соціального захисту населення',
    nameGenitive: 'управління соціального захисту населення',
    categories: ['welfare'],
  },
  { id: 'education', name: 'Управління освіти', nameGenitive: 'управління освіти', categories: [] },
  {
    id: 'culture',
    name: 'Управління культури і туризму',
    nameGenitive: 'управління культури і туризму',
    categories: [],
  },
  {
    id: 'property',
    name: 'Управління комунального майна та земельних відносин',
    nameGenitive: 'управління комунального майна та земельних відносин',
    categories: [],
  },
  {
    id: 'architecture',
    name: 'Відділ містобудування та архітектури',
    nameGenitive: 'відділу містобудування та архітектури',
    categories: [],
  },
  { id: 'children', name: 'Служба у справах дітей', nameGenitive: 'служби у справах дітей', categories: [] },
  {
    id: 'youth',
    name: 'Відділ у справах сім’ї та молоді',
    nameGenitive: 'відділу у справах сім’ї та молоді',
    categories: [],
  },
  {
    id: 'services',
    name: 'Центр надання адміністративних послуг',
    nameGenitive: 'центру надання адміністративних послуг',
    categories: [],
  },
  {
    id: 'emergencies',
    name: 'Відділ з питань надзвичайних ситуацій та цивільного захисту населення',
    nameGenitive: 'відділу з питань надзвичайних ситуацій та цивільного захисту населення',
    categories: [],
  },
  { id: 'finance', name: 'Фінансове управління', nameGenitive: 'фінансового управління', categories: [] },
  {
    id: 'communications',
    name: 'Відділ інформаційно-аналітичної роботи та комунікацій з громадськістю',
    nameGenitive: 'відділу інформаційно-аналітичної роботи та комунікацій з громадськістю',
    categories: [],
  },
];
