import { existsSync, writeFileSync } from 'node:fs';
import { systemRefusal } from './system-refusal.js';

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('what the machine refuses', () => {
  it.each([
    ['a full disk', Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }), 'DISK_FULL'],
    ['a full disk of the database', Object.assign(new Error('x'), { code: '53100' }), 'DISK_FULL'],
    ['a folder of somebody else', Object.assign(new Error('x'), { code: 'EACCES', syscall: 'open', path: '/backups/.today.part' }), 'NOT_WRITABLE'],
    ['a folder that nobody writes in', Object.assign(new Error('x'), { code: 'EROFS', syscall: 'mkdir', path: '/backups/today' }), 'NOT_WRITABLE'],
  ])('is said of %s', (_, error, code) => expect(systemRefusal(error)).toMatchObject({ code }));

  it('names the folder and no file of ours in it', () => {
    expect(systemRefusal(Object.assign(new Error('x'), { code: 'EACCES', syscall: 'open', path: '/backups/.today.part' }))?.message).toBe('This user may not write in /backups. Make that folder his, or name another place.');
  });

  it('is told from a real one', () => {
    if (!existsSync('/dev/full')) return;
    expect(systemRefusal(caught(() => writeFileSync('/dev/full', 'x')))).toMatchObject({ code: 'DISK_FULL' });
  });

  it.each([[new Error('another')], [null], ['text'], [Object.assign(new Error('x'), { code: 'EACCES', syscall: 'connect' })]])('is not said of what is something else: %s', (error) => expect(systemRefusal(error)).toBeNull());
});
