export { AboutMessagesPage as default } from '../content/AboutMessagesPage.tsx';
