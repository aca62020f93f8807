import { Checkbox, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { permissionWords, resourceWords } from '#contract/permission-words.ts';
import type { Permission } from '#contract/permissions.ts';
import { useFormat } from '../../../i18n/format.ts';
import { say } from '../words.ts';
import classes from './matrix.module.css';
import { usualActions, type Cell, type MatrixRow } from './rules-matrix.ts';

/** How permissions are ticked and cleared, and which of them the user may give to others. */
export interface MatrixEditing { mayGive: (permission: Permission) => boolean; onTick: (permissions: readonly Permission[], on: boolean) => void }
interface LineProps { row: MatrixRow; held: ReadonlySet<Permission>; editing?: MatrixEditing }
interface CellProps { cell: Cell; row: MatrixRow; held: ReadonlySet<Permission>; editing?: MatrixEditing; isSpecial?: boolean }

/** One kind of record. */
export function MatrixLine({ row, held, editing }: LineProps) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const resource = say(format, resourceWords[row.resource]);
  const givable = editing ? row.all.filter(editing.mayGive) : [];
  const ticked = givable.filter((permission) => held.has(permission)).length;
  const all = ticked > 0 && ticked === givable.length;
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {editing ? (
          <Checkbox size="xs" classNames={{ body: classes.row }} label={resource} aria-label={t('matrix.row', { resource })} disabled={givable.length === 0} checked={all} indeterminate={ticked > 0 && !all} onChange={() => editing.onTick(givable, !all)} />
        ) : resource}
      </th>
      {usualActions.map((action) => {
        const cell = row.usual[action];
        return <td key={action}>{cell && <MatrixCell cell={cell} row={row} held={held} editing={editing} />}</td>;
      })}
      <td className={classes.special}>
        <div className={classes.specials}>{row.special.map((cell) => <MatrixCell key={cell.permission} cell={cell} row={row} held={held} editing={editing} isSpecial />)}</div>
      </td>
    </tr>
  );
}

function MatrixCell({ cell: { permission, action }, row, held, editing, isSpecial }: CellProps) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const sentence = say(format, permissionWords[permission]);
  const isHeld = held.has(permission);
  const beyond = editing !== undefined && !editing.mayGive(permission);
  const hint = { label: beyond ? `${sentence} ${t('matrix.beyond')}` : sentence, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } };
  if (!editing) {
    const Icon = isHeld ? IconCheck : IconMinus;
    return (
      <Tooltip {...hint}>
        <span className={isHeld ? classes.mark : `${classes.mark} ${classes.no}`}>
          <Icon size={isHeld ? 18 : 14} stroke={isHeld ? 2.4 : 1.6} aria-hidden />
          {isSpecial && <span aria-hidden>{t(`action.${action}`)}</span>}
          <VisuallyHidden>{isHeld ? t('matrix.may', { sentence }) : t('matrix.mayNot', { sentence })}</VisuallyHidden>
        </span>
      </Tooltip>
    );
  }
  const name = t(isSpecial ? 'matrix.special_label' : 'matrix.cell', { action: t(`action.${action}`), resource: say(format, resourceWords[row.resource]), sentence });
  return (
    <Tooltip {...hint}>
      {/* Not `disabled`: then neither keyboard nor mouse would reach the reason. */}
      <Checkbox size="sm" className={classes.cell} aria-label={beyond ? `${name} ${t('matrix.beyond')}` : name} label={isSpecial ? t(`action.${action}`) : undefined} aria-disabled={beyond || undefined}
        classNames={beyond ? { input: classes.beyond, label: classes.beyondLabel } : undefined} checked={isHeld} onChange={(event) => !beyond && editing.onTick([permission], event.currentTarget.checked)} />
    </Tooltip>
  );
}
