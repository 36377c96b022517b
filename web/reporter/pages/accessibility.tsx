export { AccessibilityPage as default } from '../content/AccessibilityPage.tsx';
