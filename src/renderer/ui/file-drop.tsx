import { Center, Stack, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type FileTarget = (file: File) => void;
/** What the window says while a file hovers over it. */
type DropWords = 'drop' | 'dropDocument';
const targets: { take: FileTarget; words: DropWords }[] = [];

/** Says who takes a file that is dropped anywhere on the window; the latest wins. Returns the function that gives it up. */
export function registerFileTarget(take: FileTarget, words: DropWords = 'drop'): () => void {
  const target = { take, words };
  targets.push(target);
  return () => {
    targets.splice(targets.indexOf(target), 1);
  };
}

let waiting: File | null = null;

/** Keeps a dropped file for the screen that is about to open. */
export function holdFile(file: File): void {
  waiting = file;
}

/** The file that was dropped before this screen opened, once. */
export function takeHeldFile(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}

/** Hands a file to whoever takes files now. */
export function offerFile(file: File): void {
  targets.at(-1)?.take(file);
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window as a place to drop a file on; shows so while a file hovers over it. */
export function FileDrop({ enabled }: { enabled: boolean }) {
  const { t } = useTranslation();
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (hasFiles(event) && enabled && ++depth === 1) setHovering(true);
    };
    const leave = (event: DragEvent) => {
      if (hasFiles(event) && enabled && --depth <= 0) setHovering(false);
    };
    // Without this the browser would open the file in place of the program, wherever it was dropped.
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setHovering(false);
      const file = event.dataTransfer?.files[0];
      if (file && enabled) offerFile(file);
    };
    const handlers = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name, handler as EventListener);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) window.removeEventListener(name, handler as EventListener);
    };
  }, [enabled]);
  if (!hovering) return null;
  return (
    <Center pos="fixed" inset={0} style={{ zIndex: 450, background: 'var(--mantine-color-body)', opacity: 0.96, pointerEvents: 'none' }}>
      <Stack align="center" gap="xs">
        <IconFileImport size={56} stroke={1.2} aria-hidden />
        <Title order={2}>{t('drop.title')}</Title>
        <Text c="dimmed">{t(`${targets.at(-1)?.words ?? 'drop'}.text`)}</Text>
      </Stack>
    </Center>
  );
}
