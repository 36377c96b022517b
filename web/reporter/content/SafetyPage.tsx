import { TextPage } from '../frame/TextPage.tsx';

/** What helps where somebody may be looking at what one does on a device. */
export function SafetyPage() {
  return (
    <TextPage
      title="safety.title"
      lead="safety.lead"
      sections={[
        ['safety.device.title', 'safety.device.text'],
        ['safety.private.title', 'safety.private.text'],
        ['safety.tor.title', 'safety.tor.text'],
        ['safety.leave.title', 'safety.leave.text'],
        ['safety.history.title', 'safety.history.text'],
        ['safety.code.title', 'safety.code.text'],
      ]}
    />
  );
}
