// Tells a page which key was pressed, unless a field, a link or a button has its own use for it.
export function listen(page, keys) {
  const send = (event, key) => {
    event.preventDefault();
    page.invokeMethodAsync('OnKeyAsync', key).catch(() => document.removeEventListener('keydown', onKey));
  };
  const onKey = (event) => {
    if (event.isComposing || event.altKey) return;
    const at = event.target;
    const inField = at.closest('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape') return send(event, 'Escape');
    if (inField) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') return send(event, 'u');
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && at.closest('a, button, summary')) return;
    const key = event.key.length > 1 ? event.key : event.shiftKey && event.key.toLowerCase() === 'x' ? 'X' : event.key.toLowerCase();
    if (keys.includes(key)) send(event, key);
  };
  // A switch that was clicked gives the focus back, so that Enter means accept again.
  const onClick = (event) => {
    if (event.detail > 0) event.target.closest('button.switch, .keys button')?.blur();
  };
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onClick);
  return { stop: () => { document.removeEventListener('keydown', onKey); document.removeEventListener('click', onClick); } };
}

// Where the selection of a text field begins and ends.
export function selectedIn(field) {
  return [field.selectionStart, field.selectionEnd];
}

// What is selected in a text whose pieces carry their place in data-start: [start, end], or nothing.
export function selectedText(root) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const place = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[offset] ?? node;
    const piece = element.closest?.('[data-start]');
    if (!piece || !root.contains(piece)) return null;
    return Number(piece.dataset.start) + (node.nodeType === Node.TEXT_NODE ? offset : 0);
  };
  const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
  return start === null || end === null ? null : [start, end];
}
