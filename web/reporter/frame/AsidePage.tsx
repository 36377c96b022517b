import type { ReactNode } from 'react';
import { AboutMessagesPage } from '../content/AboutMessagesPage.tsx';
import { AccessibilityPage } from '../content/AccessibilityPage.tsx';
import { PrivacyPage } from '../content/PrivacyPage.tsx';
import { SafetyPage } from '../content/SafetyPage.tsx';
import { SupportPage } from '../content/SupportPage.tsx';
import { AsideContext } from '../content/use-aside.tsx';
import { Say } from '../text.tsx';
import { AsideButtons } from './AsideButtons.tsx';
import type { AsideView } from './aside-view.ts';
import type { AsideName } from './asides.ts';

const PAGES: Readonly<Record<AsideName, () => ReactNode>> = {
  support: SupportPage,
  'about-messages': AboutMessagesPage,
  safety: SafetyPage,
  privacy: PrivacyPage,
  accessibility: AccessibilityPage,
};

/** A text that is read in between. What was written stands in this page's form, and the way back carries it. */
export function AsidePage({ name, fields }: AsideView) {
  const Text = PAGES[name];
  return (
    <AsideContext value={true}>
      <form method="post" autoComplete="off">
        {fields.map(([field, value]) => (
          <input key={`${field} ${value}`} type="hidden" name={field} value={value} />
        ))}
        <p className="notice">
          <Say id="frame.aside.kept" />
        </p>
        <p className="back">
          <button type="submit" name="go" value="stay" className="button-link">
            <Say id="frame.aside.back" />
          </button>
        </p>
        <Text />
        <p className="buttons">
          <button type="submit" name="go" value="stay" className="button-main">
            <Say id="frame.aside.back" />
          </button>
        </p>
        <AsideButtons at={name} />
      </form>
    </AsideContext>
  );
}
