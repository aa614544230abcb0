import { forgetLeftTenant, leaveTenant, leftTenant } from './left-tenant.js';

describe('the office that was left for the present one', () => {
  beforeEach(() => sessionStorage.clear());

  it('is nobody before one switched', () => expect(leftTenant('groep', null)).toBeNull());

  it('is known where one came to, with the company that was open, and nowhere else', () => {
    leaveTenant({ slug: 'noord', company: '90001201' }, { slug: 'groep', company: null });
    expect(leftTenant('groep', null)).toEqual({ slug: 'noord', company: '90001201' });
    expect(leftTenant('noord', null)).toBeNull();
  });

  it('is no longer the last once a company was opened; the one that was gone back to does not count', () => {
    leaveTenant({ slug: 'groep', company: null }, { slug: 'noord', company: '90001201' });
    forgetLeftTenant('noord', '90001201');
    expect(leftTenant('noord', '90001201')).toEqual({ slug: 'groep', company: null });
    forgetLeftTenant('noord', '90001202');
    expect(leftTenant('noord', '90001202')).toBeNull();
    expect(leftTenant('noord', null)).toBeNull();
  });

  it('is nobody where what is stored cannot be read', () => {
    sessionStorage.setItem('left tenant', '{');
    expect(leftTenant('noord', null)).toBeNull();
  });
});
