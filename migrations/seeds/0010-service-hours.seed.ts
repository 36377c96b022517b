import type { Seed } from './seed.ts';

/** Two stretches on the Tuesday of the organisation that is there. */
export const seedServiceHours: Seed = async (runner) => {
  await runner.query(`
    UPDATE organisation SET service_hours = service_hours
      || '{"2": [{"from": "08:00", "to": "12:00"}, {"from": "13:30", "to": "18:00"}]}'`);
};
