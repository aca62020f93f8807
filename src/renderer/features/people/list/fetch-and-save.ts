import { call, reportFailure } from '../../../client/index.ts';
import { saveFile } from '../../../platform/save-file.ts';

/** Fetches a file that a job has made and hands it to the user. */
export async function fetchAndSave(fileId: string): Promise<void> {
  try {
    const { name, mime, content } = await call('files.download', { fileId });
    saveFile(name, mime, content);
  } catch (error) {
    reportFailure(error);
  }
}
