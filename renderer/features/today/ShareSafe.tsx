import { Eye, EyeOff } from 'lucide-react';
import { namings, type Naming } from '@shared/records/today-settings/today-settings';
import { namingWords } from '../../records/naming-words';
import { useNaming } from '../../records/use-naming';
import { ButtonMenu } from '../../ui';

const icons = { names: Eye, roles: EyeOff, initials: EyeOff } as const satisfies Record<Naming, unknown>;

/** Before somebody looks over a shoulder or a screen is shared: how this page calls people. */
export function ShareSafe() {
  const { naming, change } = useNaming();
  const Icon = icons[naming];
  return (
    <ButtonMenu
      label={namingWords[naming].now}
      icon={<Icon aria-hidden="true" />}
      items={namings.map((each) => {
        const Each = icons[each];
        return {
          label: namingWords[each].ask,
          icon: <Each aria-hidden="true" />,
          onAction: () => {
            change(each);
          },
        };
      })}
    />
  );
}
