import { theme, type ThemeConfig } from 'antd';

/** The value of a design token (`web/shared/tokens.css`) as it is now, light or dark. */
const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/**
 * antd's look from the design tokens: one source, so that a component of antd and one of ours can't differ.
 * @param dark whether the tokens now in force are the dark ones
 */
export function antdTheme(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: token('brand'),
      colorInfo: token('brand'),
      colorLink: token('brand'),
      colorSuccess: token('ok'),
      colorWarning: token('near'),
      colorError: token('over'),
      colorTextBase: token('ink'),
      colorTextDescription: token('ink-soft'),
      colorTextPlaceholder: token('ink-soft'),
      colorBgBase: token('paper'),
      colorBorder: token('line-strong'),
      colorTextLightSolid: token('on-brand'),
      fontFamily: token('font'),
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 34,
      controlHeightLG: 40,
      lineWidthFocus: 3,
      controlOutlineWidth: 3,
      motion: false,
    },
    components: { Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
  };
}
