import { printWholeSchema } from './schema.ts';

process.stdout.write(await printWholeSchema());
