import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  route(':lang?', 'language.tsx', [
    index('pages/landing.tsx'),
    route('report', 'pages/report.tsx'),
    route('report-with-contact-details', 'pages/report-with-contact-details.tsx'),
    route('notes.txt', 'pages/notes-file.ts'),
    route('sent', 'pages/sent.tsx'),
    route('login', 'pages/login.tsx'),
    route('messages', 'pages/messages.tsx'),
    route('messages/report', 'pages/my-report.tsx'),
    route('messages/write', 'pages/write.tsx'),
    route('messages/sent', 'pages/message-sent.tsx'),
    route('messages/hidden', 'pages/messages-hidden.tsx'),
    route('finish', 'pages/finish.tsx'),
    route('finished', 'pages/finished.tsx'),
    route('leave', 'pages/leave.ts'),
    route('about-messages', 'pages/about-messages.tsx'),
    route('support', 'pages/support.tsx'),
    route('safety', 'pages/safety.tsx'),
    route('privacy', 'pages/privacy.tsx'),
    route('accessibility', 'pages/accessibility.tsx'),
    route('year/:year', 'pages/year.tsx'),
  ]),
  route('*', 'pages/not-found.tsx'),
] satisfies RouteConfig;
