/** Menu: no native menu is drawn; items are clicked by id from a test, or by their accelerator in the page. */
import type { KeyInput } from './bridge/isolated-world.js';
import type { BrowserWindow } from './browser-window.js';
import { log } from './log.js';
import { createEvent, strict } from './strict.js';

export interface MenuItemTemplate {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly toolTip?: string;
  readonly sublabel?: string;
  readonly registerAccelerator?: boolean;
  readonly acceleratorWorksWhenHidden?: boolean;
  readonly submenu?: readonly MenuItemTemplate[] | HostMenu;
  readonly click?: (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;
}

export interface MenuItem {
  id: string;
  label: string;
  role: string | undefined;
  type: string;
  accelerator: string | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  submenu: HostMenu | undefined;
  click: (event?: object, window?: BrowserWindow) => void;
}

export class HostMenu {
  private static current: HostMenu | null = null;

  static buildFromTemplate(template: readonly MenuItemTemplate[]): HostMenu {
    return strict('Menu', new HostMenu(template.map(createItem)));
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    HostMenu.current = menu;
  }

  static getApplicationMenu(): HostMenu | null {
    return HostMenu.current;
  }

  constructor(readonly items: MenuItem[] = []) {}

  all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])]);
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.all().find((item) => item.id === id) ?? null;
  }

  popup(): void {
    log.effects.push(`popup ${this.items.map((item) => item.label || item.role || item.type).join(' | ')}`);
  }

  closePopup(): void {
    log.effects.push('closePopup');
  }
}

function createItem(template: MenuItemTemplate): MenuItem {
  const { submenu } = template;
  const item: MenuItem = {
    id: template.id ?? '',
    label: template.label ?? '',
    role: template.role,
    type: template.type ?? (submenu ? 'submenu' : 'normal'),
    accelerator: template.accelerator,
    enabled: template.enabled ?? true,
    visible: template.visible ?? true,
    checked: template.checked ?? false,
    submenu: submenu instanceof HostMenu ? submenu : submenu && HostMenu.buildFromTemplate(submenu),
    click: (event = createEvent(), window) => {
      if (item.type === 'checkbox') item.checked = !item.checked;
      template.click?.(strictItem, window, event);
    },
  };
  const strictItem = strict('MenuItem', item);
  return strictItem;
}

export const Menu: typeof HostMenu = strict('Menu', HostMenu);

export function clickMenu(id: string, window: BrowserWindow | undefined): void {
  const item = Menu.getApplicationMenu()?.getMenuItemById(id);
  if (!item) throw new Error(`No menu item with the id '${id}'`);
  if (!item.enabled) throw new Error(`Menu item '${id}' is disabled`);
  item.click(createEvent(), window);
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  esc: 'escape',
  return: 'enter',
  plus: '+',
};
const keyName = (key: string): string => KEY_NAMES[key.toLowerCase()] ?? key.toLowerCase();

/** 'CmdOrCtrl+Shift+L' → does this key press mean it? */
function isPressed(accelerator: string, input: KeyInput): boolean {
  const parts = accelerator.split('+').map((part) => part.toLowerCase());
  const wants = (...names: string[]): boolean => names.some((name) => parts.slice(0, -1).includes(name));
  const isMac = process.platform === 'darwin';
  const control = wants('ctrl', 'control') || (!isMac && wants('cmdorctrl', 'commandorcontrol'));
  const meta = wants('cmd', 'command', 'meta', 'super') || (isMac && wants('cmdorctrl', 'commandorcontrol'));
  return (
    input.control === control &&
    input.meta === meta &&
    input.shift === wants('shift') &&
    input.alt === wants('alt', 'option', 'altgr') &&
    keyName(input.key) === keyName(parts.at(-1) ?? '')
  );
}

export function pressAccelerator(input: KeyInput, window: BrowserWindow): void {
  if (input.isAutoRepeat || input.isComposing) return;
  const item = Menu.getApplicationMenu()
    ?.all()
    .find(
      ({ accelerator, enabled }) => enabled && accelerator !== undefined && isPressed(accelerator, input),
    );
  item?.click(createEvent(), window);
}
