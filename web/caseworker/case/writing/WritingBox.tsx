import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { type FragmentOf, graphql, readFragment } from '../../../shared/graphql.ts';
import { useCommand } from '../../keyboard/use-command.ts';
import { LockMark, OutgoingMark } from '../../ui/marks.tsx';
import type { DraftPlace } from './drafts.ts';
import { NotePanel } from './NotePanel.tsx';
import { ReplyPanel, ReplyPanel_case } from './ReplyPanel.tsx';
import { useKeptDrafts } from './use-kept-drafts.ts';
import { useWayOut } from './use-way-out.ts';

export const WritingBox_case = graphql(
  `
    fragment WritingBox_case on Case {
      id
      ...ReplyPanel_case
    }
  `,
  [ReplyPanel_case],
);

/**
 * Two places to write that cannot be taken for each other: for staff, which is where one starts, and to the reporter.
 * They differ in icon, colour, words, the name of the field and the words of the button.
 *
 * @param onSettled see `ReplyPanel`.
 */
export function WritingBox({
  onSettled,
  ...props
}: {
  readonly case: FragmentOf<typeof WritingBox_case>;
  readonly onSettled: () => Promise<void>;
}) {
  const intl = useIntl();
  const shown = readFragment(WritingBox_case, props.case);
  // `asked` counts the times somebody asked by key to write: then the focus goes to the field, as soon as it stands.
  const [{ kind, asked }, setWriting] = useState<{ kind: DraftPlace['kind']; asked: number }>({
    kind: 'NOTE',
    asked: 0,
  });
  useKeptDrafts(shown.id);

  const { box, outside } = useWayOut();

  const write = (next: DraftPlace['kind']) => setWriting((now) => ({ kind: next, asked: now.asked + 1 }));
  useCommand('note', () => write('NOTE'));
  useCommand('reply', () => write('REPLY'));

  return (
    <section className={`writing writing-${kind.toLowerCase()}`} aria-labelledby="writing-heading">
      <div className="writing-top">
        <h2 id="writing-heading" ref={outside} tabIndex={-1}>
          <FormattedMessage id="writing.heading" />
        </h2>
        <p className="hint way-out" id="writing-way-out">
          <FormattedMessage id="writing.wayOut" />
        </p>
      </div>
      <div ref={box} className="writing-box" data-letters-are-text>
        <Tabs
          selectedKey={kind}
          onSelectionChange={(key) => setWriting({ kind: key === 'REPLY' ? 'REPLY' : 'NOTE', asked: 0 })}
        >
          <TabList aria-label={intl.formatMessage({ id: 'writing.tabs' })} aria-describedby="writing-way-out">
            <Tab id="NOTE" className="tab tab-note">
              <LockMark /> <FormattedMessage id="note.tab" />
            </Tab>
            <Tab id="REPLY" className="tab tab-reply">
              <OutgoingMark /> <FormattedMessage id="reply.tab" />
            </Tab>
          </TabList>
          <TabPanel id="NOTE" className="tab-panel">
            <NotePanel caseId={shown.id} asked={asked} onAdded={() => void onSettled()} />
          </TabPanel>
          <TabPanel id="REPLY" className="tab-panel">
            <ReplyPanel case={shown} asked={asked} onSettled={onSettled} />
          </TabPanel>
        </Tabs>
      </div>
    </section>
  );
}
