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
  // A text to select from by keyboard: a field that is read-only would have no caret.
  const onInput = (event) => {
    if (event.target.closest?.('[data-select]')) event.preventDefault();
  };
  const all = { keydown: onKey, click: onClick, beforeinput: onInput };
  for (const [name, listener] of Object.entries(all)) document.addEventListener(name, listener);
  return { stop: () => { for (const [name, listener] of Object.entries(all)) document.removeEventListener(name, listener); } };
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
    if (!root.contains(node)) return null;
    const own = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-start]');
    if (own) return Number(own.dataset.start) + (node.nodeType === Node.TEXT_NODE ? offset : offset > 0 ? own.textContent.length : 0);
    // Between pieces: where the next one begins, or the last one ends.
    const next = node.childNodes[offset]?.querySelector?.('[data-start]') ?? (node.childNodes[offset]?.dataset?.start ? node.childNodes[offset] : null);
    if (next) return Number(next.dataset.start);
    const last = [...node.querySelectorAll('[data-start]')].at(-1);
    return last ? Number(last.dataset.start) + last.textContent.length : null;
  };
  const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
  return start === null || end === null ? null : [start, end];
}
