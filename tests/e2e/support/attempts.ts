/** Every way out, and every way in for foreign code, that a page could try. */
import type { Page } from '@playwright/test';

/** Words of refusal for each way that was tried; null is a door left open. */
export async function attempts(page: Page): Promise<Record<string, string | null>> {
  return await page.evaluate(async () => {
    const target = 'https://collect.example.org/';
    const refusedBy = (task: Promise<unknown>): Promise<string | null> =>
      task.then(
        () => null,
        (error: unknown) => String(error),
      );
    const element = (tag: string, attributes: Record<string, string>): Promise<string | null> =>
      new Promise((resolve) => {
        const node = document.createElement(tag);
        node.addEventListener('load', () => resolve(null));
        node.addEventListener('error', () => resolve('error'));
        for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
        document.body.append(node);
      });
    const violation = (act: () => void): Promise<string | null> =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        setTimeout(() => resolve(null), 5_000);
        act();
      });
    const tried: Record<string, () => Promise<string | null>> = {
      fetch: () => refusedBy(fetch(target, { method: 'POST', body: 'x', mode: 'no-cors' })),
      xhr: () =>
        new Promise((resolve) => {
          const request = new XMLHttpRequest();
          request.onload = () => resolve(null);
          request.onerror = () => resolve('error');
          request.open('GET', target);
          request.send();
        }),
      webSocket: () =>
        new Promise((resolve) => {
          try {
            const socket = new WebSocket('wss://socket.example.org/');
            socket.onopen = () => resolve(null);
            socket.onerror = () => resolve('error');
          } catch (error) {
            resolve(String(error));
          }
        }),
      eventSource: () =>
        new Promise((resolve) => {
          const source = new EventSource(target);
          source.onopen = () => resolve(null);
          source.onerror = () => {
            source.close();
            resolve('error');
          };
        }),
      beacon: () => violation(() => void navigator.sendBeacon(target, 'x')),
      image: () => element('img', { src: 'https://image.example.org/pixel.png' }),
      script: () => element('script', { src: 'https://script.example.org/code.js' }),
      style: () => element('link', { rel: 'stylesheet', href: 'https://style.example.org/look.css' }),
      frame: () => violation(() => void element('iframe', { src: 'https://frame.example.org/' })),
      prefetch: () =>
        violation(() => void element('link', { rel: 'prefetch', href: 'https://prefetch.example.org/next' })),
      inlineScript: () =>
        violation(() => {
          const node = document.createElement('script');
          node.textContent = 'window.ranInline = true';
          document.body.append(node);
        }),
      inlineStyle: () =>
        violation(() => {
          const node = document.createElement('style');
          node.textContent = 'body { display: none }';
          document.head.append(node);
        }),
      styleAttribute: () =>
        violation(() => document.body.insertAdjacentHTML('beforeend', '<i style="color: red">x</i>')),
      eval: () => refusedBy(Promise.resolve().then(() => (0, eval)('1 + 1') as unknown)),
      newFunction: () =>
        refusedBy(Promise.resolve().then(() => Reflect.construct(Function, ['return 1']) as unknown)),
      blobWorker: () =>
        violation(() => {
          new Worker(URL.createObjectURL(new Blob(['self.close()'])));
        }),
      // The policy names no peers; what keeps them in is that no candidate of another machine is ever gathered.
      peer: async () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example.org:3478' }] });
        peer.createDataChannel('x');
        const found: string[] = [];
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise<void>((resolve) => {
          peer.onicecandidate = ({ candidate }) => {
            if (candidate === null) resolve();
            else found.push(candidate.candidate);
          };
          if (peer.iceGatheringState === 'complete') resolve();
        });
        peer.close();
        return found.length === 0 ? 'no candidate' : null;
      },
      geolocation: () =>
        refusedBy(
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
      // Where Chromium was built or started without them, there is nothing to ask.
      notifications: async () =>
        'Notification' in window && (await Notification.requestPermission()) === 'granted' ? null : 'denied',
      microphone: () => refusedBy(navigator.mediaDevices.getUserMedia({ audio: true })),
      readClipboard: () => refusedBy(navigator.clipboard.readText()),
      serviceWorker: () => refusedBy(navigator.serviceWorker.register('/sw.js')),
    };
    const answers: Record<string, string | null> = {};
    for (const [name, attempt] of Object.entries(tried)) answers[name] = await attempt();
    return answers;
  });
}
