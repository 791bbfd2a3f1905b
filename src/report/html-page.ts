/** The page's look: the editor's colours where it has them, the system's light or dark elsewhere. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { font: var(--vscode-font-size, 14px)/1.5 var(--vscode-font-family, system-ui, sans-serif); color: var(--vscode-foreground, CanvasText); background: var(--vscode-editor-background, Canvas); max-width: 75rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
h1 { font-size: 1.6em; margin: 0; } h2 { font-size: 1.3em; margin: 2rem 0 .5rem; } h3 { font-size: 1.05em; margin: 1.25rem 0 .25rem; }
.root { color: var(--vscode-descriptionForeground, GrayText); margin: 0; overflow-wrap: break-word; }
.verdict { font-size: 1.15em; font-weight: 600; }
.count { font-weight: normal; background: var(--vscode-badge-background, ButtonFace); color: var(--vscode-badge-foreground, ButtonText); border-radius: 1em; padding: 0 .5em; }
table { border-collapse: collapse; width: 100%; } caption { text-align: start; padding: .25rem 0; color: var(--vscode-descriptionForeground, GrayText); }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--vscode-panel-border, GrayText); overflow-wrap: break-word; }
th[scope=row] { font-weight: normal; } td ul { margin: 0; padding: 0; list-style: none; } .tree ul { padding-inline-start: 1.5rem; }
a { color: var(--vscode-textLink-foreground, LinkText); } a:focus-visible { outline: 2px solid var(--vscode-focusBorder, Highlight); outline-offset: 2px; }
.error { color: var(--vscode-errorForeground, #c72e0f); font-weight: 600; } .warning { color: var(--vscode-editorWarning-foreground, #9a6700); } .information { color: var(--vscode-editorInfo-foreground, #0969da); }
.chart { width: auto; } rect { fill: var(--vscode-charts-blue, #2f7fd6); }
`;

/** Tells the editor which place was chosen; the page itself can do nothing else. */
export const pageScript = `
const host = acquireVsCodeApi();
document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a[data-file]') : null;
  if (!link) return;
  event.preventDefault();
  const { file, line, character, cell } = link.dataset;
  host.postMessage({ type: 'open', file, line: Number(line), character: Number(character), cell: cell === undefined ? undefined : Number(cell) });
});
`;
