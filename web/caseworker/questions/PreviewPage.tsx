import './questions.css';
import './preview.css';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { AdminFrame } from '../admin/AdminFrame.tsx';
import { usePageData } from '../admin/use-page-data.ts';
import { LanguagePick } from '../ui/LanguagePick.tsx';
import { PreviewQuery } from './asked.query.ts';
import { Preview } from './Preview.tsx';

/** The draft, question by question, as somebody who reports would meet it. Nothing that is filled in is kept. */
export function PreviewPage() {
  const [address, setAddress] = useSearchParams();
  const [language, setLanguage] = useState(address.get('language'));
  const page = usePageData(PreviewQuery, { locale: language ?? '' });
  return (
    <AdminFrame
      name="questions.preview.heading"
      back={{ to: '/admin/questions', name: 'admin.questions.heading' }}
      lead="questions.preview.about"
      page={page}
    >
      {({ organisation: { locales }, questionnaireDraft }) => {
        const shown = language ?? locales[0] ?? 'en';
        return (
          <>
            <LanguagePick
              locales={locales}
              language={shown}
              onPick={(next) => {
                setLanguage(next);
                setAddress({ language: next }, { replace: true });
              }}
            />
            <Preview questions={questionnaireDraft.asked} language={shown} />
          </>
        );
      }}
    </AdminFrame>
  );
}
