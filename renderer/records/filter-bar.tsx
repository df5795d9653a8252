import { type SubmitEvent, useState } from 'react';
import { directionSchema, type RecordFilter } from '../../app/api/entities';
import { loadPhone } from '../compose/use-phone';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Field, Select, TextInput } from '../ui/field';
import { FilterIcon } from '../ui/icons';
import { emptyFilter, type FilterForm, type FilterProblem, readFilter } from './filter';
import styles from './listing.module.css';

interface FilterBarProps {
  onFilter: (filter: RecordFilter) => void;
}

export function FilterBar({ onFilter }: FilterBarProps) {
  const { t } = useTexts();
  const [form, setForm] = useState(emptyFilter);
  const [problem, setProblem] = useState<FilterProblem | null>(null);
  const change = (part: Partial<FilterForm>): void => {
    setForm({ ...form, ...part });
    setProblem(null);
  };
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const filter = readFilter(form, Date.now());
    if (typeof filter === 'string') setProblem(filter);
    else void withDigits(filter).then(onFilter);
  };
  const clear = (): void => {
    change(emptyFilter);
    onFilter({});
  };
  return (
    <form className={styles.filter} onSubmit={apply} aria-label={t('ui.records.filter')} noValidate>
      <Fields form={form} change={change} />
      <div className={styles.filterActions}>
        <Button type="submit" icon={FilterIcon}>
          {t('ui.records.apply')}
        </Button>
        <Button look="quiet" onClick={clear}>
          {t('ui.records.clear')}
        </Button>
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t(`ui.records.problems.${problem}`)}
        </p>
      )}
    </form>
  );
}

function Fields({ form, change }: { form: FilterForm; change: (part: Partial<FilterForm>) => void }) {
  const { t } = useTexts();
  const text = (name: 'from' | 'to' | 'sender' | 'recipient', type: string) => (
    <Field label={t(`ui.records.${name}`)}>
      {(ids) => (
        <TextInput
          {...ids}
          type={type}
          value={form[name]}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const directions = directionSchema.options.map((value) => [value, t(`ui.records.directions.${value}`)] as const);
  const results = [
    ['true', t('ui.records.succeeded')],
    ['false', t('ui.records.notSucceeded')],
  ] as const;
  return (
    <>
      {text('from', 'date')}
      {text('to', 'date')}
      <Choice
        name="direction"
        value={form.direction}
        options={directions}
        onChange={(direction) => change({ direction })}
      />
      {text('sender', 'text')}
      {text('recipient', 'text')}
      <Choice name="result" value={form.success} options={results} onChange={(success) => change({ success })} />
    </>
  );
}

interface ChoiceProps<T extends string> {
  name: 'direction' | 'result';
  value: T | '';
  options: readonly (readonly [T, string])[];
  onChange: (value: T | '') => void;
}

function Choice<T extends string>({ name, value, options, onChange }: ChoiceProps<T>) {
  const { t } = useTexts();
  return (
    <Field label={t(`ui.records.${name}`)}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          onChange={({ target }) => onChange(options.find(([each]) => each === target.value)?.[0] ?? '')}
        >
          <option value="">{t('ui.records.any')}</option>
          {options.map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Numbers in the service's own spelling, however they were typed; what is no number is asked for as it is. */
async function withDigits(filter: RecordFilter): Promise<RecordFilter> {
  const { parseNumber } = await loadPhone();
  const digits = (typed: string): string => {
    const parsed = parseNumber(typed);
    return parsed.ok ? parsed.value.digits : typed.trim();
  };
  return {
    ...filter,
    ...(filter.sender && { sender: digits(filter.sender) }),
    ...(filter.recipient && { recipient: digits(filter.recipient) }),
  };
}
