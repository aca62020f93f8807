import { call, reportFailure } from '../../client/index.ts';
import { saveFile } from '../../platform/save-file.ts';

/** Hands an issued document to the user: the bytes that were given out. */
export async function downloadDocument(id: string): Promise<void> {
  try {
    const { name, mime, content } = await call('documents.download', { id });
    saveFile(name, mime, content);
  } catch (error) {
    reportFailure(error);
  }
}
