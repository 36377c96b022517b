import { OwnParagraph, useOrganisation, useOwnWords } from '../frame/organisation-context.tsx';
import { TextPage, type TextSection } from '../frame/TextPage.tsx';
import { Say } from '../text.tsx';

const OWN: TextSection = ['safety.here.title', <OwnParagraph key="own" part="SAFETY" />];

/** What helps where somebody may be looking at what one does on a device. */
export function SafetyPage() {
  const { name, onionAddress } = useOrganisation();
  const hasOwn = useOwnWords('SAFETY') !== undefined;
  return (
    <TextPage
      title="safety.title"
      lead="safety.lead"
      sections={[
        ...(hasOwn ? [OWN] : []),
        ['safety.device.title', 'safety.device.text'],
        ['safety.private.title', 'safety.private.text'],
        [
          'safety.tor.title',
          'safety.tor.text',
          ...(onionAddress ? [<OnionAddress key="onion" address={onionAddress} />] : []),
        ],
        ['safety.leave.title', 'safety.leave.text'],
        ['safety.history.title', 'safety.history.text'],
        ['safety.code.title', 'safety.code.text'],
      ]}
      values={{ organisation: name }}
    />
  );
}

/** To be copied, not a link: any other browser would ask the network for it, and tell what it was looking for. */
function OnionAddress({ address }: { address: string }) {
  return (
    <>
      <p>
        <Say id="safety.tor.address" />
      </p>
      <p>
        <code className="address" dir="ltr">
          {address}
        </code>
      </p>
    </>
  );
}
