/** Ways out of the app for a chart: its numbers, and its picture. */
import { Copy, Image as ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { chartTable } from '@shared/charts/chart-table';
import { tabbedNumbers, type TakenOut } from '@shared/charts/chart-taken-out';
import { errorText } from '../app/error-text';
import { desktop, useToday } from '../platform';
import { useLoggedExport } from '../records/use-logged-export';
import { Button, ButtonMenu, useToast } from '../ui';
import { asPng } from './picture/as-png';
import type { ChartPicture } from './picture/chart-picture';
import { PictureStage } from './picture/PictureStage';

type Wanted = 'copy' | 'png' | 'svg';

const staysText = 'It stays on the clipboard for a minute. Check with Reports before you share it.';
const noPictureText = 'The picture could not be made. The numbers can be copied.';

export function TakeOut({ out }: { readonly out: TakenOut }) {
  const { spec, hiddenPoints } = out;
  const today = useToday();
  const toast = useToast();
  const exporting = useLoggedExport();
  const [wanted, setWanted] = useState<Wanted | null>(null);

  const say = (text: string): void => {
    toast({ text });
  };
  const copyNumbers = async (): Promise<void> => {
    const copied = await desktop['clipboard.write']({ text: tabbedNumbers(chartTable(spec)) });
    say(copied.ok ? `The numbers are copied. ${staysText}` : errorText(copied.error));
  };
  const save = async (bytes: Uint8Array, type: 'png' | 'svg'): Promise<void> => {
    const { columns, rows } = chartTable(spec);
    const entry = {
      report: 'chart',
      format: type,
      title: spec.title.slice(0, 200),
      periodStart: null,
      periodEnd: null,
      exportedOn: today,
      hiddenCells: hiddenPoints,
      model: { columns: columns.map(({ label }) => label), rows: rows.map(({ cells }) => cells) },
    } as const;
    const why = await exporting.run(entry, () =>
      // The day alone: a chart's own name may be a team's.
      desktop['file.save']({ suggestedName: `chart-${today}.${type}`, bytes }),
    );
    if (why !== null) say(why);
  };
  const take = async (picture: ChartPicture | null, how: Wanted): Promise<void> => {
    setWanted(null);
    if (picture === null) {
      say(noPictureText);
      return;
    }
    if (how === 'svg') {
      await save(new TextEncoder().encode(picture.svg), 'svg');
      return;
    }
    const png = await asPng(picture);
    if (!png.ok) {
      say(noPictureText);
      return;
    }
    if (how === 'png') {
      await save(png.value, 'png');
      return;
    }
    const copied = await desktop['clipboard.writeImage']({ png: png.value });
    say(copied.ok ? `The picture is copied. ${staysText}` : errorText(copied.error));
  };

  return (
    <>
      <Button
        variant="quiet"
        size="small"
        icon={<Copy aria-hidden="true" />}
        onPress={() => void copyNumbers()}
      >
        Copy numbers
      </Button>
      {spec.layout !== 'steps' && (
        <ButtonMenu
          label="Picture"
          size="small"
          icon={<ImageIcon aria-hidden="true" />}
          items={[
            {
              label: 'Copy picture',
              onAction: () => {
                setWanted('copy');
              },
            },
            {
              label: 'Save picture (PNG)',
              onAction: () => {
                setWanted('png');
              },
            },
            {
              label: 'Save picture (SVG)',
              onAction: () => {
                setWanted('svg');
              },
            },
          ]}
        />
      )}
      {wanted !== null && (
        <PictureStage
          spec={spec}
          onPicture={(picture) => {
            void take(picture, wanted);
          }}
        />
      )}
    </>
  );
}
