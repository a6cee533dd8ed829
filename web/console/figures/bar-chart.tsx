import { BarChart as Bars } from 'echarts/charts';
import { AriaComponent, GridComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useMedia } from '../controls/use-media.js';

use([Bars, GridComponent, AriaComponent, CanvasRenderer]);

const BAR_PX = 28;
const AXIS_PX = 40;
/** On a phone a name breaks into lines, so that there is room left for its bar. */
const NARROW_NAME_PX = 120;

interface BarChartProps {
  /** What the bars are, for those who do not see them. */
  label: string;
  bars: readonly { name: string; value: number | null }[];
}

/** Horizontal bars, patterned as well as coloured, under a name of ours; the table beside has the numbers. */
export function BarChart({ label, bars }: BarChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const narrow = useMedia('(max-width: 599px)');
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const drawn = init(element, dark ? 'dark' : null, { renderer: 'canvas' });
    chart.current = drawn;
    const resized = new ResizeObserver(() => drawn.resize());
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.dispose();
    };
  }, [dark]);
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    chart.current?.setOption(
      {
        animation: false,
        backgroundColor: 'transparent',
        aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
        grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
        xAxis: { type: 'value', min: 0, splitNumber: narrow ? 2 : 5 },
        yAxis: {
          type: 'category',
          inverse: true,
          data: bars.map(({ name }) => name),
          axisLabel: narrow ? { width: NARROW_NAME_PX, overflow: 'break', lineHeight: 13 } : {},
        },
        series: [
          {
            type: 'bar',
            data: bars.map(({ value }) => value),
            label: { show: true, position: 'right' },
            itemStyle: { color: style.getPropertyValue('--brand').trim() },
          },
        ],
      },
      { notMerge: true },
    );
    chart.current?.resize();
  }, [bars, dark, narrow]);
  // Its height follows the number of bars; a style written by script is no inline style to the Content-Security-Policy.
  useEffect(() => {
    if (place.current) place.current.style.height = `${AXIS_PX + bars.length * BAR_PX}px`;
  }, [bars.length]);
  return <div ref={place} className="bar-chart" role="img" aria-label={label} />;
}
