/** The door of the incidents place. */
export { IncidentsPlace } from './IncidentsPlace';
