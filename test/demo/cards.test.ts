import { cardRequest, readStep } from '../../demo/page/cards';

const card = (widget: object) => ({
  pushCard: { header: { title: 'T-7K3Q9' }, sections: [{ widgets: [widget] }] },
});

describe('a card of the add-on', () => {
  it('is read with what its JSON leaves out', () => {
    expect(readStep(card({ decoratedText: { text: 'Open', topLabel: 'Status' } }))).toEqual({
      pushCard: {
        header: { title: 'T-7K3Q9', subtitle: '' },
        sections: [
          {
            header: '',
            widgets: [{ decoratedText: { text: 'Open', topLabel: 'Status', bottomLabel: '' } }],
          },
        ],
      },
    });
  });

  it.each([
    ['a widget that the page does not know', { image: { imageUrl: 'https://elsewhere.example/a.png' } }],
    ['a property that the page does not know', { textParagraph: { text: 'x', maxLines: 2 } }],
    ['a list that is no drop-down', { selectionInput: { name: 'a', type: 'CHECK_BOX', items: [] } }],
  ])('with %s is a fault, not a hole', (_what, widget) => {
    expect(() => readStep(card(widget))).toThrow('The page cannot draw this card');
  });

  it('may be asked for and clicked, and nothing else', () => {
    const of = 'olena@firm.test';
    expect(cardRequest({ of, letter: null })).toEqual({ of, letter: null, inputs: {} });
    const click = { action: { function: 'addOnCall', parameters: [] } };
    expect(cardRequest({ of, letter: '<a>', click, inputs: { note: ['x'] } })).toMatchObject({ click });
    expect(cardRequest({ of, letter: null, click: { openLink: { url: 'x' } } })).toBeNull();
    expect(cardRequest({ of, letter: 1 })).toBeNull();
    expect(cardRequest(null)).toBeNull();
  });
});
