export { SafetyPage as default } from '../content/SafetyPage.tsx';
