// Tells the review page which key was pressed, unless a field, a link or a button has its own use for it.
export function listen(page) {
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (at.closest('input, textarea, select, [contenteditable]')) return;
    if (event.key === 'Enter' && at.closest('a, button')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!['Enter', 'x', 'n', 'u'].includes(key)) return;
    event.preventDefault();
    page.invokeMethodAsync('OnKeyAsync', key).catch(() => document.removeEventListener('keydown', onKey));
  };
  document.addEventListener('keydown', onKey);
}
