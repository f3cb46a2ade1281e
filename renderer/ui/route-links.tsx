/**
 * Links of the primitives. A route may be written in three ways: from the root of the app ("/people/new"),
 * marked as such ("~/people/new"), or within the place that is mounted ("/new" inside "/people"). Which first
 * segments are roots is the app's knowledge, so the app provides it.
 */
import { createContext, use, type ReactNode } from 'react';
import { useLocation, useRouter } from 'wouter';

const RouteRootsContext = createContext<readonly string[]>([]);

export function RouteRoots(props: { roots: readonly string[]; children: ReactNode }) {
  return <RouteRootsContext value={props.roots}>{props.children}</RouteRootsContext>;
}

/** The whole path from the root of the app. */
export function toAbsolute(href: string, base: string, roots: readonly string[]): string {
  if (href.startsWith('~')) return href.slice(1) || '/';
  const path = href.startsWith('/') ? href : `/${href}`;
  const first = path.split(/[/?#]/)[1] ?? '';
  if (roots.includes(first)) return path;
  return path === '/' ? base || '/' : `${base}${path}`;
}

export function useAbsolute(href: string): string {
  return toAbsolute(href, useRouter().base, use(RouteRootsContext));
}

/** Goes to a route from code, with the same reading of hrefs as the links. */
export function useGo(): (href: string) => void {
  const { base } = useRouter();
  const roots = use(RouteRootsContext);
  const [, navigate] = useLocation();
  return (href) => {
    navigate(`~${toAbsolute(href, base, roots)}`);
  };
}
