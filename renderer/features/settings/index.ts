/** The door of Settings. The first run uses the same forms, so that nothing is asked in two ways. */
export { PassphraseChooser } from './PassphraseChooser';
export { PassphraseField } from './PassphraseField';
export { RecoveryKit } from './RecoveryKit';
export { RestorePanel } from './RestorePanel';
export { readService, serviceFields, type ServiceProblem } from './service-form';
export { ServiceFieldset } from './ServiceFieldset';
export { SettingsPlace } from './SettingsPlace';
