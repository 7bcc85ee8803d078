import { describe, expect, it } from 'vitest';
import { addressBlock, type Started } from '../../../src/app/address-block.js';

const STARTED: Started = {
  port: 3000,
  url: 'http://127.0.0.1:3000',
  sandbox: false,
  sandboxOffBecause: undefined,
  database: 'embedded',
  channels: [],
  firstAccountLink: undefined,
};

describe('addressBlock', () => {
  it('says in one line why there is no sandbox', () => {
    const block = addressBlock({ ...STARTED, sandboxOffBecause: 'PUBLIC_URL is set' });
    expect(block).toContain('\n  Sandbox     off: PUBLIC_URL is set\n');
  });

  it('begins with the sandbox where there is one', () => {
    expect(addressBlock({ ...STARTED, sandbox: true }).split('\n')[2]).toContain('/sandbox   ← start here');
  });
});
