/** The primitives. They know no domain words: no person, no supervision, no vault. */
export { Button, LinkButton, TextLink, useSlow, type ButtonProps, type LinkButtonProps } from './Button';
export {
  Checkbox,
  Chips,
  Segmented,
  type CheckboxProps,
  type ChipsProps,
  type ChoiceOption,
  type SegmentedProps,
} from './Choices';
export { ComboBox, type ComboBoxOption, type ComboBoxProps } from './ComboBox';
export { cx } from './cx';
export { DateField, type DateFieldProps } from './DateField';
export { Dialog, type DialogProps } from './Dialog';
export { useDocumentTitle, useErrorTitle } from './document-title';
export { FileDrop, type FileDropProps } from './FileDrop';
export { Form, FormActions, FormRow, type FormProblem, type FormProps } from './Form';
export {
  DataTable,
  Figure,
  FigureRow,
  HiddenCell,
  Note,
  Row,
  RowList,
  Status,
  VisuallyHidden,
  type DataTableProps,
  type NoteKind,
  type RowProps,
  type StatusKind,
} from './Lists';
export {
  Columns,
  EmptyState,
  Page,
  PlaceNameContext,
  Section,
  Sheet,
  type EmptyStateProps,
  type PageProps,
} from './Page';
export { RouteRoots, useGo } from './route-links';
export { Select, type SelectProps } from './Select';
export { TextField, type TextFieldProps } from './TextField';
export {
  PhaseThread,
  Thread,
  ThreadItem,
  type PhaseThreadProps,
  type ThreadItemProps,
  type ThreadState,
} from './Thread';
export { ToastProvider, useToast, type ToastMessage } from './Toast';
export { parseDateText } from '@shared/kernel/date-text';
