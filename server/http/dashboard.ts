import { posix } from 'node:path';
import { StartFault } from '../shared/start-fault.ts';
import { errorBody, errorOfStatus, JSON_TYPE } from './fixed-answers.ts';
import type { MountPages } from './pages.ts';
import { readStaticFiles, sendStaticFile } from './static-files.ts';

/** Files under /assets/ have a hash of their content in their name. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/**
 * The caseworkers' pages: built files, and `index.html` for every path that is a page of the application.
 *
 * @param folder where the build lies, e.g. `dist/web/caseworker`.
 */
export function dashboardPages(folder: string): MountPages {
  return async (app) => {
    const files = await readStaticFiles(folder).catch(() => null);
    const index = files?.get('/index.html');
    if (!files || !index) {
      throw new StartFault(
        'The dashboard is not built: its index.html is missing.',
        'Start with npm start, which builds it.',
      );
    }
    app.route({
      method: ['GET', 'HEAD'],
      url: '/*',
      handler: (request, reply) => {
        const path = request.url.split('?', 1)[0] ?? '/';
        const file = files.get(path);
        if (file)
          return sendStaticFile(request, reply, file, path.startsWith('/assets/') ? FOR_GOOD : undefined);
        if (posix.extname(path) === '') return sendStaticFile(request, reply, index);
        return reply
          .code(404)
          .type(JSON_TYPE)
          .send(errorBody([errorOfStatus(404)]));
      },
    });
  };
}
