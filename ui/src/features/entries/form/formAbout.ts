/** What every form is told by the section that opens it. */
import type { DraftView, EntryView } from '../../../ipc/generated';

export interface FormAbout {
  patient: string;
  /** The address that opened it, where it says more than that it is new. */
  address?: string;
  /** The entry that is amended; none for a new one. */
  entry?: EntryView;
  /** The draft that is continued. */
  draft?: DraftView;
  /** Something is added to the entry, and the rest stays as it is. */
  adding?: boolean;
  /** Every draft that is continued with it, `draft` among them: a set of scores has one for each. */
  drafts: DraftView[];
  onsaved: () => void;
  onback: () => void;
}
