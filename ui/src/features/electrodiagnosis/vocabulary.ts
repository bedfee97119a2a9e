/** What can be chosen in nerve and muscle tests, with its words; any other muscle or nerve is kept as well. */
import {
  chronicityValues,
  electricalChangeValues,
  electrodiagnosticTestValues,
  nerveConclusionValues,
  statedAsValues,
  testResultValues,
} from '../../ipc/generated';
import { optionsOf, spokenOptionsOf } from '../entries/fields/choices';

export const tests = spokenOptionsOf(electrodiagnosticTestValues, (test) => `electrodiagnostic-test-${test}`);
export const conclusions = spokenOptionsOf(nerveConclusionValues, (kind) => `nerve-conclusion-${kind}`);
export const changes = spokenOptionsOf(electricalChangeValues, (change) => `electrical-change-${change}`);
export const ages = spokenOptionsOf(chronicityValues, (age) => `chronicity-${age}`);
export const results = optionsOf(testResultValues, (result) => `electrodiagnosis-result-${result}`);
export const statements = optionsOf(statedAsValues, (stated) => `stated-as-${stated}`);

/** Muscles and nerves that are usual after spine surgery, the leg before the arm. */
export const parts = [
  'Tibialis anterior',
  'Extensor hallucis longus',
  'Peroneus longus',
  'Tibialis posterior',
  'Gastrocnemius, medial head',
  'Biceps femoris, short head',
  'Vastus medialis',
  'Gluteus medius',
  'Gluteus maximus',
  'Lumbar paraspinals',
  'Sural nerve',
  'Superficial peroneal nerve',
  'Peroneal nerve, motor',
  'Tibial nerve, motor',
  'Biceps brachii',
  'Triceps brachii',
  'Deltoid',
  'Pronator teres',
  'Extensor indicis',
  'First dorsal interosseous',
  'Cervical paraspinals',
  'Median nerve',
  'Ulnar nerve',
  'Radial nerve',
].map((value) => ({ value }));
