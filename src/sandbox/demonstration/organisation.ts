import { DEFAULT_SETTINGS } from '../../services/settings/settings.js';

/** Nizhyn's council as residents read of it. The telephone is invented: nobody shall be called from a sandbox. */
export const ORGANISATION: typeof DEFAULT_SETTINGS.organisation = {
  ...DEFAULT_SETTINGS.organisation,
  councilName: 'Ніжинська міська рада',
  councilNameGenitive: 'Ніжинської міської ради',
  dataOwner: 'виконавчий комітет Ніжинської міської ради',
  cityName: 'Ніжин',
  address: 'м. Ніжин, площа імені Івана Франка, 1',
  phone: '(04631) 0-00-00',
};
