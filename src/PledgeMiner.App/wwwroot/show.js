// Shows and hides the password that a button stands beside. Without script the buttons stay hidden.
document.documentElement.classList.add('scripted');
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-shows]');
  if (!button) return;
  const field = document.getElementById(button.dataset.shows);
  const shown = field.type === 'text';
  field.type = shown ? 'password' : 'text';
  button.setAttribute('aria-pressed', String(!shown));
});
