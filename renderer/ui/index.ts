/** The primitives. They know no domain words: no person, no supervision, no vault. */
export { Button, LinkButton, TextLink, useSlow } from './Button';
export { ButtonMenu, MoreMenu } from './MoreMenu';
export { PagesNav } from './PagesNav';
export { Checkbox, Chips, Segmented } from './Choices';
export { ComboBox, type ComboBoxOption } from './ComboBox';
export { cx } from './cx';
export { DateField, type DateFieldProps } from './DateField';
export { Dialog } from './Dialog';
export { useDocumentTitle, useErrorTitle } from './document-title';
export { FileDrop } from './FileDrop';
export { FilesDrop } from './FilesDrop';
export { Form, FormActions, FormRow, type FormProblem } from './Form';
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
  type StatusKind,
} from './Lists';
export { Columns, EmptyState, Page, PlaceNameContext, Section, Sheet } from './Page';
export { RouteRoots, useGo } from './route-links';
export { Select } from './Select';
export { TextField } from './TextField';
export { PhaseThread, Thread, ThreadItem } from './Thread';
export { ToastProvider, useToast, type ToastMessage } from './Toast';
