import type { Seed } from './seed.ts';

/** An organisation that is closed, with a reason, a closure and addresses of its own. */
export const seedOrganisationWording: Seed = async (runner) => {
  await runner.query(`
    UPDATE organisation SET exit_address = 'https://www.example.org/news', onion_address = 'http://${'a'.repeat(56)}.onion',
      is_open = false, closed_reasons = '{"en": "We are moving."}',
      closures = '[{"from": "2026-12-24", "to": "2027-01-01", "reasons": {"en": "Winter break"}}]'`);
};
