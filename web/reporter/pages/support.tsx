export { SupportPage as default } from '../content/SupportPage.tsx';
