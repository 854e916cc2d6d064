import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { t } from '../../i18n/language.ts';

/** Keeps a fault in one part of the screen from taking the rest with it. */
export const Boundary = ({ children }: { children: ComponentChildren }) => {
  const [error, reset] = useErrorBoundary();
  if (!error) return <>{children}</>;
  return (
    <div class="crash" role="alert">
      <h2>{t('app.crashed')}</h2>
      <p>{t('app.crashedHint')}</p>
      <p class="quiet">{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" class="button" onClick={reset}>
        {t('app.tryAgain')}
      </button>
    </div>
  );
};
