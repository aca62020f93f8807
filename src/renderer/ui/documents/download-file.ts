import { call, reportFailure } from '../../client/index.ts';
import { saveFile } from '../../platform/save-file.ts';

/** Hands the user a file that a job has made. */
export async function downloadFile(fileId: string): Promise<void> {
  try {
    const { name, mime, content } = await call('files.download', { fileId });
    saveFile(name, mime, content);
  } catch (error) {
    reportFailure(error);
  }
}
