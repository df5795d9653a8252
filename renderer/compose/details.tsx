import { darknessSchema } from '../../app/fax/profile';
import { HEADER_TEXT_LIMIT, transliterateHeader } from '../../app/fax/header';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { useKnown } from '../services';
import { Field, TextInput } from '../ui/field';
import { Segmented } from '../ui/segmented';
import styles from './details.module.css';
import { missingFailures } from './missing';
import { RecipientsField } from './recipients-field';
import { fieldIds } from './fields';
import { SenderField } from './sender-field';
import { useCompose } from './use-compose';

/** To whom, from whom, and how. */
export const Details = () => (
  <div className={styles.details}>
    <RecipientsField />
    <SenderField />
    <HeaderField />
    <QualityFields />
  </div>
);

function HeaderField() {
  const { t } = useTexts();
  const compose = useCompose();
  const { changeSettings } = useKnown();
  const { header } = compose.choices;
  const missing = missingFailures(compose).header;
  const printed = transliterateHeader(header);
  const left = HEADER_TEXT_LIMIT - printed.length;
  const hint =
    printed === ''
      ? t('ui.compose.headerHint')
      : left >= 0
        ? t('ui.compose.headerPrinted', { printed })
        : t('ui.compose.headerTooLong', { printed: printed.slice(0, HEADER_TEXT_LIMIT) });
  return (
    <Field
      id={fieldIds.header}
      label={t('ui.compose.header')}
      hint={hint}
      error={missing && failureSentence(t, missing)}
      aside={<Left n={left} />}
    >
      {(ids) => (
        <TextInput
          {...ids}
          value={header}
          maxLength={60}
          required
          onChange={({ target }) => compose.dispatch({ kind: 'chosen', draft: { header: target.value } })}
          onBlur={() => header.trim() && changeSettings({ header: header.trim() })}
        />
      )}
    </Field>
  );
}

/** How many letters of the header still fit, or are too many. */
function Left({ n }: { n: number }) {
  const { t } = useTexts();
  return (
    <span className={styles.left} data-over={n < 0 || undefined}>
      {n < 0 ? t('ui.compose.headerOver', { n: -n }) : t('ui.compose.headerLeft', { n })}
    </span>
  );
}

function QualityFields() {
  const { t } = useTexts();
  const { choices, choose } = useCompose();
  const resolutions = (['fine', 'standard'] as const).map((value) => ({
    value,
    label: t(`ui.compose.resolutions.${value}`),
    hint: t(`ui.compose.resolutionHints.${value}`),
  }));
  const modes = (['auto', 'text', 'photo'] as const).map((value) => ({
    value,
    label: t(`ui.compose.modes.${value}`),
    hint: t(`ui.compose.modeHints.${value}`),
  }));
  return (
    <>
      <Segmented
        label={t('ui.compose.resolution')}
        value={choices.resolution}
        options={resolutions}
        onChange={(resolution) => choose({ resolution })}
      />
      <Segmented
        label={t('ui.compose.mode')}
        value={choices.mode}
        options={modes}
        onChange={(mode) => choose({ mode })}
      />
      <DarknessField />
      <PaperFields />
    </>
  );
}

const darknessNames = ['lightest', 'light', 'normal', 'dark', 'darkest'] as const;

/** Two steps lighter to two steps darker, for this fax only. */
function DarknessField() {
  const { t } = useTexts();
  const { choices, dispatch } = useCompose();
  const name = t(`ui.compose.darknessLevels.${darknessNames[choices.darkness + 2] ?? 'normal'}`);
  return (
    <Field label={t('ui.compose.darkness')} aside={<span className={styles.left}>{name}</span>}>
      {(ids) => (
        <input
          {...ids}
          type="range"
          className={styles.slider}
          min={-2}
          max={2}
          step={1}
          value={choices.darkness}
          aria-valuetext={name}
          onChange={({ target }) =>
            dispatch({ kind: 'chosen', draft: { darkness: darknessSchema.parse(target.valueAsNumber) } })
          }
        />
      )}
    </Field>
  );
}

function PaperFields() {
  const { t } = useTexts();
  const { choices, dispatch } = useCompose();
  return (
    <div className={styles.checks}>
      <label className={styles.check} title={t('ui.compose.tidyHint')}>
        <input
          type="checkbox"
          checked={choices.tidy}
          onChange={({ target }) => dispatch({ kind: 'chosen', draft: { tidy: target.checked } })}
        />
        {t('ui.compose.tidy')}
      </label>
      <label className={styles.check} title={t('ui.compose.headerStrip')}>
        <input
          type="checkbox"
          checked={choices.topMargin}
          onChange={({ target }) => dispatch({ kind: 'chosen', draft: { topMargin: target.checked } })}
        />
        {t('ui.compose.topMargin')}
      </label>
    </div>
  );
}
