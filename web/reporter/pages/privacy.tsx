export { PrivacyPage as default } from '../content/PrivacyPage.tsx';
