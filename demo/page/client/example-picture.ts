/// <reference lib="dom" />
/** A picture of a screen, drawn here: what participants like to send along with a question. */

const WIDTH = 480;
const HEIGHT = 270;

export async function examplePicture(words: string): Promise<File | null> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const paint = canvas.getContext('2d');
  if (paint === null) return null;
  const box = (colour: string, x: number, y: number, width: number, height: number) => {
    paint.fillStyle = colour;
    paint.fillRect(x, y, width, height);
  };
  box('#dfe5ee', 0, 0, WIDTH, HEIGHT);
  box('#ffffff', 24, 22, WIDTH - 48, HEIGHT - 44);
  box('#eef1f6', 24, 22, WIDTH - 48, 34);
  for (const [at, colour] of ['#e57366', '#e9bb57', '#6fb98f'].entries()) {
    paint.fillStyle = colour;
    paint.beginPath();
    paint.arc(44 + at * 18, 39, 5, 0, Math.PI * 2);
    paint.fill();
  }
  for (const [at, width] of [260, 320, 210].entries()) box('#e3e8f0', 52, 176 + at * 20, width, 9);
  box('#fdecea', 52, 80, WIDTH - 104, 72);
  box('#c0392b', 52, 80, 5, 72);
  paint.fillStyle = '#7b241c';
  paint.font = '600 19px system-ui, sans-serif';
  paint.fillText(words, 74, 123, WIDTH - 140);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new File([blob], 'screen.png', { type: 'image/png' });
}
