/** powerMonitor: silent by itself; a test sends its events and sets its clock. */
import { strict, StrictEmitter } from './strict.js';

export const POWER_EVENTS = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'shutdown',
  'on-ac',
  'on-battery',
  'user-did-become-active',
  'user-did-resign-active',
  'speed-limit-change',
  'thermal-state-change',
] as const;
export type PowerEvent = (typeof POWER_EVENTS)[number];

export class PowerMonitor extends StrictEmitter {
  private idleSeconds = 0;
  private isScreenLocked = false;

  constructor() {
    super('powerMonitor', POWER_EVENTS);
  }

  getSystemIdleTime(): number {
    return this.idleSeconds;
  }

  getSystemIdleState(thresholdSeconds: number): 'active' | 'idle' | 'locked' {
    if (this.isScreenLocked) return 'locked';
    return this.idleSeconds >= thresholdSeconds ? 'idle' : 'active';
  }

  isOnBatteryPower(): boolean {
    return false;
  }

  hostSetIdle(seconds: number): void {
    this.idleSeconds = seconds;
  }

  hostEmit(event: PowerEvent): void {
    if (event === 'lock-screen') this.isScreenLocked = true;
    if (event === 'unlock-screen') this.isScreenLocked = false;
    this.emit(event, { preventDefault: () => undefined });
  }
}

export const powerMonitor: PowerMonitor = strict('powerMonitor', new PowerMonitor());
