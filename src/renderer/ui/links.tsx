import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native<P> = P & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P> & { ref?: Ref<HTMLAnchorElement> };

const PlainAnchor = (props: Native<AnchorProps>) => <Anchor size="sm" underline="always" {...props} />;
const PlainButton = (props: Native<ButtonProps>) => <Button component="a" {...props} />;

/** A link within text to a screen of the program; its address and parameters are checked by the compiler. */
export const TextLink = createLink(PlainAnchor);

/** A link that looks like a button. */
export const ButtonLink = createLink(PlainButton);
