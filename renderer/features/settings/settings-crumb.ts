export const settingsCrumb = [{ label: 'Settings', href: '/settings' }] as const;
