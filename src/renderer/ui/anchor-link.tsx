import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { Ref } from 'react';

interface LinkAnchorProps extends Omit<AnchorProps, 'href'> {
  ref?: Ref<HTMLAnchorElement>;
}

function LinkAnchor(props: LinkAnchorProps) {
  return <Anchor {...props} />;
}

/** A text link to a screen, with its address checked by the compiler. */
export const AnchorLink = createLink(LinkAnchor);
