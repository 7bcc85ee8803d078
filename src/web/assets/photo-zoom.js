// Opens a photo of the conversation large, above the page; a press enlarges it to its full size. Without this script
// the link opens the photo by itself.

const dialog = document.createElement('dialog');
dialog.className = 'zoom';
dialog.setAttribute('aria-label', 'Фото');
const close = document.createElement('button');
close.type = 'button';
close.className = 'button';
close.textContent = 'Закрити';
const frame = document.createElement('button');
frame.type = 'button';
frame.className = 'zoom-frame';
const picture = document.createElement('img');
frame.append(picture);
dialog.append(close, frame);
document.body.append(dialog);

close.addEventListener('click', () => dialog.close());
frame.addEventListener('click', () => setFull(!dialog.classList.contains('is-full')));

document.addEventListener('click', (event) => {
  const link = event.target.closest('a.thumb');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  picture.src = link.href;
  picture.alt = link.querySelector('img').alt;
  setFull(false);
  dialog.showModal();
});

function setFull(isFull) {
  dialog.classList.toggle('is-full', isFull);
  frame.setAttribute('aria-label', isFull ? 'Зменшити фото' : 'Збільшити фото');
}
