/** What an action works on: the driver of strain that its board, its chart and its rules are about. */
export const driverIds = [
  'demands',
  'control',
  'manager-support',
  'peer-support',
  'relationships',
  'role',
  'change',
  'caseload',
  'supervision',
  'exposure',
  'values',
  'breaks',
  'habits',
  'space',
  'training',
  'safety',
  'staffing',
  'other',
] as const;
export type DriverId = (typeof driverIds)[number];
