/** As the preview shows a placeholder that nothing stands for: brackets that no keyboard types. */
export const UNKNOWN_FROM = '⟦';
export const UNKNOWN_TO = '⟧';
