/** The door of Settings. The first run uses the same forms, so that nothing is asked in two ways. */
export { PassphraseChooser } from './PassphraseChooser';
export { RecoveryKit } from './RecoveryKit';
export { readService, serviceFields, type ServiceProblem } from './service-form';
export { ServiceFieldset } from './ServiceFieldset';
export { SettingsPlace } from './SettingsPlace';
