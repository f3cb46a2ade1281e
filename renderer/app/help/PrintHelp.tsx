import { Printer } from 'lucide-react';
import { Button } from '../../ui';

/** Our own words: nothing of the service stands on a help page. */
export function PrintHelp(props: { readonly children: string }) {
  return (
    <Button
      icon={<Printer aria-hidden="true" />}
      onPress={() => {
        window.print();
      }}
    >
      {props.children}
    </Button>
  );
}
