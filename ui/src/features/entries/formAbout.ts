/** What a section tells the form that it opens. */
import type { DraftView, EntryView } from '../../ipc/generated';

export interface FormAbout {
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
