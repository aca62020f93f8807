import { useComputedColorScheme, useMantineTheme } from '@mantine/core';
import type { ApexOptions } from 'apexcharts';
import * as wrapped from 'react-apexcharts';
import { useMemo, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartCardProps } from './chart-card.tsx';

interface ApexProps {
  type: 'bar' | 'area';
  options: ApexOptions;
  series: ApexAxisChartSeries;
  height: number;
}

/** The bundler hands the component over once or twice wrapped, as the package is not an ES module. */
function unwrap(module: unknown): ComponentType<ApexProps> {
  if (typeof module === 'object' && module !== null && 'default' in module) return unwrap(module.default);
  return module as ComponentType<ApexProps>;
}
const ApexChart = unwrap(wrapped);

/** One chart in the window's colours and language. It does not move: the numbers are there at once. */
export function Chart({ points, kind, title, value, write }: ChartCardProps) {
  const { i18n } = useTranslation();
  const dark = useComputedColorScheme('light') === 'dark';
  const { colors } = useMantineTheme();
  // The chart keeps its first handlers; they must still find today's points.
  const latest = useRef(points);
  latest.current = points;

  const options = useMemo<ApexOptions>(() => {
    const ink = (dark ? colors['ink']?.[4] : colors['ink']?.[7]) ?? '#17688b';
    const pale = dark ? '#8a5a52' : '#c98b7f';
    const text = dark ? '#a3b0bb' : '#51606d';
    const open = (index: number | undefined) => latest.current[index ?? -1]?.open();
    const values = points.map(({ value: y }) => y);
    const lowest = Math.min(1, ...values);
    // As many dates as there is room for in the narrowest window; Apex's own choice lets them touch.
    const every = kind === 'line' ? Math.ceil(points.length / 5) : 1;
    return {
      chart: {
        animations: { enabled: false }, toolbar: { show: false }, zoom: { enabled: false }, fontFamily: 'inherit', foreColor: text, background: 'transparent',
        // The page may be scrolled with the wheel over a chart too.
        parentHeightOffset: 0,
        events: {
          dataPointSelection: (_event, _chart, config: { dataPointIndex?: number }) => open(config.dataPointIndex),
          markerClick: (_event, _chart, config?: { dataPointIndex?: number }) => open(config?.dataPointIndex),
        },
      },
      theme: { mode: dark ? 'dark' : 'light' },
      colors: kind === 'line' ? [ink] : points.map(({ muted }) => (muted ? pale : ink)),
      plotOptions: { bar: { horizontal: true, distributed: true, borderRadius: 3, barHeight: '64%', dataLabels: { position: 'top' } } },
      legend: { show: false },
      // Beside the bar, where there is room for every number.
      dataLabels: {
        enabled: kind === 'bar', formatter: (y) => write(Number(y)), textAnchor: 'start', offsetX: 10, offsetY: -1,
        style: { fontSize: '12px', fontWeight: 500, colors: [text] },
      },
      stroke: kind === 'line' ? { width: 2, curve: 'straight' } : { show: false },
      fill: kind === 'line' ? { type: 'solid', opacity: 0.12 } : { opacity: 1 },
      markers: { size: kind === 'line' ? 4 : 0, strokeWidth: 0, hover: { size: 7 } },
      grid: { borderColor: dark ? '#2d3842' : '#e4e9ed', strokeDashArray: 3, padding: { left: 8, right: 12, top: -14, bottom: 0 }, yaxis: { lines: { show: kind === 'line' } } },
      xaxis: {
        categories: points.map(({ label }, i) => (i % every === 0 ? label : '')), axisTicks: { show: false }, axisBorder: { show: false }, tooltip: { enabled: false },
        labels: { show: kind === 'line', style: { fontSize: '12px' }, hideOverlappingLabels: false, rotate: 0 },
        ...(kind === 'line' ? {} : { max: Math.max(1, ...values) * 1.3 }),
      },
      yaxis: {
        labels: { style: { fontSize: '12px' }, maxWidth: 130, formatter: (y) => (typeof y === 'number' && kind === 'line' ? write(y) : String(y)) },
        ...(kind === 'line' ? { min: Math.max(0, Math.floor(lowest * 20 - 0.5) / 20), max: 1, tickAmount: 4 } : {}),
      },
      tooltip: { theme: dark ? 'dark' : 'light', marker: { show: false }, x: { formatter: (_x, { dataPointIndex }: { dataPointIndex?: number } = {}) => latest.current[dataPointIndex ?? -1]?.label ?? '' }, y: { formatter: (y, { dataPointIndex }: { dataPointIndex?: number } = {}) => {
        const extra = latest.current[dataPointIndex ?? -1]?.extra;
        return extra ? `${write(y)} · ${extra}` : write(y);
      } } },
      states: { active: { filter: { type: 'none' } } },
    };
    // The language is in `write` and the labels, but Apex only draws anew when the options are new.
  }, [points.map(({ key, label, value: y }) => `${key}${label}${y}`).join(), kind, dark, colors, i18n.language]);

  return (
    <div role="img" aria-label={`${title}: ${points.map(({ label, value: y }) => `${label} ${write(y)}`).join(', ')}`}>
      <ApexChart type={kind === 'line' ? 'area' : 'bar'} height={230} options={options} series={[{ name: value, data: points.map(({ value: y }) => y) }]} />
    </div>
  );
}
