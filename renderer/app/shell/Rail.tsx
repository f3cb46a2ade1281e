import { EyeOff, Lock } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { footPlaces, railPlaces, type Place } from '../places';
import { Mark } from '../Quiet';
import styles from './shell.module.css';

export interface RailProps {
  readonly serviceName: string;
  readonly onCurtain: () => void;
  readonly onLock: () => void;
}

function PlaceLink(props: { readonly place: Place; readonly location: string }) {
  const { place, location } = props;
  const path = `/${place.id}`;
  const isHere = location === path || location.startsWith(`${path}/`);
  return (
    <li>
      <Link href={path} className={styles.item} aria-current={isHere ? 'page' : undefined}>
        <place.icon aria-hidden="true" />
        {place.label}
      </Link>
    </li>
  );
}

export function Rail(props: RailProps) {
  const [location] = useLocation();
  return (
    <nav className={styles.rail} aria-label="Places" data-print="no" data-region="rail">
      <div className={styles.brand}>
        <Mark className={styles.brandMark} />
        <div>
          <span className={styles.brandName}>Steading</span>
          <span className={styles.brandService}>{props.serviceName}</span>
        </div>
      </div>
      <ul className={styles.places}>
        {railPlaces.map((place) => (
          <PlaceLink key={place.id} place={place} location={location} />
        ))}
      </ul>
      <ul className={styles.foot}>
        {footPlaces.map((place) => (
          <PlaceLink key={place.id} place={place} location={location} />
        ))}
        <li>
          <button type="button" className={styles.item} onClick={props.onCurtain}>
            <EyeOff aria-hidden="true" />
            Hide screen
          </button>
        </li>
        <li>
          <button type="button" className={styles.item} onClick={props.onLock}>
            <Lock aria-hidden="true" />
            Lock
          </button>
        </li>
      </ul>
    </nav>
  );
}
