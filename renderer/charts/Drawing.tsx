import { memo } from 'react';
import { ColumnsChart } from './ColumnsChart';
import type { DrawingProps } from './places';
import { NumbersChart } from './NumbersChart';
import { RowsChart } from './RowsChart';

/** The drawing that a spec's layout asks for. Anew only for another spec or width: a page around it changes more often. */
export const Drawing = memo(function Drawing(props: DrawingProps) {
  switch (props.spec.layout) {
    case 'columns':
      return <ColumnsChart {...props} />;
    case 'rows':
      return <RowsChart {...props} />;
    case 'steps':
    case 'funnel':
      return <NumbersChart {...props} />;
  }
});
