/** From chosen or dropped files to the texts that the vault opens. Names and dates of files go no further than here. */
import { maxReplyFileLength } from '@shared/survey/reply-format';

/** Of a file, what is read. */
export interface ReplyFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

export interface ReplyTexts {
  readonly texts: readonly string[];
  /** Gone or locked since they were chosen. */
  readonly unreadable: number;
}

/** As many as a round can hold. */
export const mostFilesAtOnce = 5000;
const readTogether = 50;

/** What systems put into folders by themselves; nobody sent it. */
const systemFile = /^(?:\.|thumbs\.db$|desktop\.ini$)/iu;

export function ownFiles<File extends ReplyFile>(files: readonly File[]): readonly File[] {
  return files.filter(({ name }) => !systemFile.test(name));
}

/** A file that is too large for a reply is not read: it counts as one that is none. */
export async function replyTexts(files: readonly ReplyFile[]): Promise<ReplyTexts> {
  const texts: string[] = [];
  let unreadable = 0;
  for (let at = 0; at < files.length; at += readTogether) {
    const read = await Promise.allSettled(
      files
        .slice(at, at + readTogether)
        .map((file) => (file.size > maxReplyFileLength ? Promise.resolve('') : file.text())),
    );
    for (const each of read) {
      if (each.status === 'fulfilled') texts.push(each.value);
      else unreadable += 1;
    }
  }
  return { texts, unreadable };
}
