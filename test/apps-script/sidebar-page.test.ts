import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../bench/chromium';
import { needs } from '../support/needs';
import { furnishFirm, STORY_TICKET, tellStory } from './support/believable';
import { at, copiesOf, type Desk, openDesk } from './support/desk';
import { call } from './support/sidebar-call';
import { type OpenSidebar, openSidebar, until } from './support/sidebar-page';

needs('chromium')('the sidebar in Chromium', () => {
  let browser: Browser;
  let sidebar: OpenSidebar;

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(() => sidebar.page.close());
  afterAll(() => browser.close());

  async function open(desk: Desk, options: Parameters<typeof openSidebar>[2] = {}): Promise<Page> {
    sidebar = await openSidebar(browser, desk, { ticketId: STORY_TICKET, ...options });
    await sidebar.page.locator('#main').waitFor();
    return sidebar.page;
  }

  const storyDesk = copiesOf(() => {
    const desk = openDesk();
    tellStory(desk, 'en');
    return desk;
  });

  const firmDesk = copiesOf(() => {
    const desk = openDesk();
    furnishFirm(desk, tellStory(desk, 'en'));
    return desk;
  });

  const outbox = (desk: Desk): number => desk.rows('outbox').length;

  test('shows the newest message last and in sight, quotes folded', async () => {
    const page = await open(storyDesk());
    const newest = page.locator('#messages .message').last();
    expect(await newest.textContent()).toContain('very faintly');
    const box = await newest.boundingBox();
    const frame = await page.locator('#conversation').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));

    const quote = page.locator('.folded p');
    expect(await quote.isVisible()).toBe(false);
    await page.locator('.folded summary').click();
    expect(await quote.textContent()).toContain('Please check your microphone');
  });

  test('says of a colleague’s mail that stays with the team why it does', async () => {
    const desk = storyDesk();
    const warnings = 'Not sent: another colleague had answered a moment before.';
    const from = 'Ola Nowak <ola@firma.example>';
    const note = { ticket_id: STORY_TICKET, direction: 'note', from, original: 'm8.eml', warnings } as const;
    desk.append('messages', [{ ...note, id: 'm8', at: at('2026-11-23T08:59:00Z'), text: 'Try again.' }]);
    const newest = (await open(desk)).locator('#messages .message').last();
    expect(await newest.locator('strong').textContent()).toBe('Internal note · Ola Nowak · by mail');
    expect(await newest.locator('.remark').textContent()).toBe(warnings);
  });

  test('shows markup in a mail as the text it is', async () => {
    const desk = storyDesk();
    desk.update(STORY_TICKET, { subject: '<img src=x onerror="document.title=1"><b>bold</b>' });
    desk.append('messages', [
      {
        id: 'm9',
        ticket_id: STORY_TICKET,
        at: at('2026-11-23T08:59:00Z'),
        direction: 'in',
        text: '<script>document.title = 2</script>',
      },
    ]);
    const page = await open(desk);
    expect(await page.locator('h1').textContent()).toBe('<img src=x onerror="document.title=1"><b>bold</b>');
    expect(await page.locator('#messages .message').last().textContent()).toContain('<script>');
    expect(await page.locator('#main img, #messages script').count()).toBe(0);
    expect(await page.title()).toBe('Rowdesk');
  });

  test('previews the mail in the participant’s language while it is written, and sends that', async () => {
    const desk = openDesk();
    tellStory(desk, 'uk');
    const page = await open(desk);
    await page.locator('#preview summary').click();
    await page.locator('#text').fill('Перезавантажте сторінку.');
    await page.locator('#preview-body', { hasText: 'Перезавантажте сторінку.' }).waitFor();
    const body = await page.locator('#preview-body').textContent();
    expect(body).toContain('Потрібна допомога?');

    await page.locator('#send-wait').click();
    await page.locator('.pending').waitFor();
    expect(desk.rows('outbox')).toEqual([expect.objectContaining({ body, kind: 'reply', language: 'uk' })]);
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.locator('#said').textContent()).toContain('Queued');
  });

  test('puts a chosen form around the answer', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').fill('I am calling you in five minutes.');
    await page.locator('#template').selectOption('calm');
    await page.locator('#preview-body', { hasText: 'how frustrating this is' }).waitFor();
    await page.locator('#send-wait').click();
    await page.locator('.pending').waitFor();
    expect(desk.rows('outbox')).toEqual([expect.objectContaining({ template: 'calm' })]);
  });

  test('queues one mail for a double click', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').fill('Please reload the page.');
    await page.locator('#send-wait').dblclick();
    await page.locator('.pending').waitFor();
    expect(outbox(desk)).toBe(1);
  });

  test('is used by keyboard alone: Ctrl+Enter sends, Ctrl+Shift+Enter resolves', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').focus();
    await page.keyboard.type('Thank you, solved.');
    await page.keyboard.press('Control+Shift+Enter');
    await page.locator('.pending').waitFor();
    expect(desk.ticket(STORY_TICKET).row.status).toBe('resolved');
    expect(await page.locator('#status').inputValue()).toBe('resolved');

    await page.locator('#kind-reply').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#text').focus();
    await page.keyboard.type('Ask their IT about the driver.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.message.note', { hasText: 'Ask their IT' }).waitFor();
    expect(outbox(desk)).toBe(1);
  });

  test('says when Google does not answer, keeps the text, and sends nothing twice', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').fill('Please reload the page.');
    sidebar.failure = new Error('Network error');
    await page.locator('#send-wait').click();
    await page.locator('#refused', { hasText: 'nothing is sent twice' }).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('Please reload the page.');

    sidebar.failure = null;
    await page.locator('#send-wait').click();
    await page.locator('.pending').waitFor();
    expect(outbox(desk)).toBe(1);
    expect(await page.locator('#refused').textContent()).toBe('');
  });

  test('says why an answer is refused', async () => {
    const desk = storyDesk();
    desk.update(STORY_TICKET, { requester_email: 'priya(at)client' });
    const page = await open(desk);
    await page.locator('#text').fill('Hello');
    await page.locator('#send-wait').click();
    await page.locator('#refused', { hasText: '“priya(at)client” is not an address' }).waitFor();
    expect(outbox(desk)).toBe(0);
  });

  test('sets the status, and puts the choice back when the rules refuse it', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#status').selectOption('closed');
    await page.locator('#said', { hasText: 'Saved.' }).waitFor();
    await page.locator('#status').selectOption('waiting_vendor');
    await page.locator('#refused', { hasText: 'Open it first' }).waitFor();
    expect(await page.locator('#status').inputValue()).toBe('closed');
  });

  test('puts on hold until a day', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#status').selectOption('on_hold');
    await page.locator('#hold-until').fill('2026-12-01');
    await page.locator('#hold button').click();
    await page.locator('#said', { hasText: 'Saved.' }).waitFor();
    expect(desk.ticket(STORY_TICKET).row).toMatchObject({ status: 'on_hold', hold_until: '2026-12-01' });
  });

  test('gives the ticket to a colleague and another priority', async () => {
    const desk = firmDesk();
    const page = await open(desk);
    await page.locator('#assignee').selectOption('Maria Sokół');
    await page.locator('#said', { hasText: 'Saved.' }).waitFor();
    await page.locator('#priority').selectOption('low');
    await until(() => desk.ticket(STORY_TICKET).row.priority === 'low');
    expect(desk.ticket(STORY_TICKET).row.assignee).toBe('Maria Sokół');
  });

  test('inserts an article, never one for the team alone into an answer', async () => {
    const desk = storyDesk();
    desk.append('knowledge', [
      { id: 'vpn', language: 'en', title: 'Microphone at Nordlicht', body: 'Their IT.', public: false },
    ]);
    const page = await open(desk);
    await page.locator('#text').fill('Hello,');
    await page.locator('#article').click();
    await page.locator('#find-article').fill('hear me');
    await page.keyboard.press('Enter');
    expect(await page.locator('#text').inputValue()).toMatch(/^Hello,1\. See that the microphone/);
    await page.locator('#article').click();
    await page.locator('#find-article').fill('nordlicht');
    await page.locator('#panel', { hasText: 'No article fits' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('article');
    await page.locator('label[for=kind-note]').click();
    await page.locator('#article').click();
    await page.locator('#find-article').fill('nordlicht');
    await page.locator('#panel', { hasText: 'team only' }).waitFor();
  });

  test('merges, and the other ticket is one click away', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#more').click();
    await page.getByRole('button', { name: 'Merge into another ticket' }).click();
    await page.locator('#other-ticket').fill('t-2m8fd');
    await page.keyboard.press('Enter');
    await page.locator('#said', { hasText: 'Merged into T-2M8FD.' }).waitFor();
    expect(await page.locator('#panel').isVisible()).toBe(false);
    await page.locator('#merged-into button').click();
    await page.locator('#ticket-id', { hasText: 'T-2M8FD' }).waitFor();
    expect(await page.locator('.message', { hasText: 'in T-7K3Q9' }).count()).toBe(4);
  });

  test('keeps the question open when the rules refuse what was written, and says why', async () => {
    const page = await open(storyDesk());
    await page.locator('#more').click();
    await page.getByRole('button', { name: 'Merge into another ticket' }).click();
    await page.locator('#other-ticket').fill('T-99999');
    await page.keyboard.press('Enter');
    await page.locator('#refused', { hasText: 'there is no such ticket' }).waitFor();
    expect(await page.locator('#other-ticket').inputValue()).toBe('T-99999');
  });

  test('splits off a message of the participant', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#more').click();
    await page.getByRole('button', { name: 'Split off a message' }).click();
    expect(await page.locator('#which-message option').count()).toBe(2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#said', { hasText: 'The message is now ticket T-' }).waitFor();
    expect(await page.locator('#messages .message').count()).toBe(3);
  });

  test('sends the answer to an incident to its cases too', async () => {
    const desk = storyDesk();
    desk.host.run('tick');
    call(desk, 'relate', { ticketId: 'T-2M8FD', wish: { how: 'case', other: STORY_TICKET } });
    const page = await open(desk);
    await page.locator('#incident', { hasText: 'Incident with 1 open case' }).waitFor();
    await page.locator('#text').fill('It works again.');
    await page.locator('#to-cases').check();
    await page.locator('#send-wait').click();
    await page.locator('#said', { hasText: 'for 1 case too' }).waitFor();
    expect(outbox(desk)).toBe(2);
    expect(await page.locator('#to-cases').isChecked()).toBe(false);
  });

  test('offers a trainer assignee and priority of a ticket of their own, and no merging', async () => {
    const page = await open(firmDesk(), { user: { email: 'pavlo@firma.example', locale: 'uk' } });
    for (const cell of ['#assignee', '#priority', '#status']) {
      expect(await page.locator(cell).isEnabled()).toBe(true);
    }
    await page.locator('#more').click();
    expect(await page.locator('#more-list').textContent()).toBe('Keyboard shortcuts');
  });

  test('says how many messages of a very long conversation it leaves out', async () => {
    const desk = storyDesk();
    desk.append(
      'messages',
      Array.from({ length: 130 }, (_, index) => ({
        id: `x${index}`,
        ticket_id: STORY_TICKET,
        at: at('2026-11-23T08:55:00Z'),
        direction: 'in' as const,
        text: `Message ${index}`,
      })),
    );
    const page = await open(desk);
    expect(await page.locator('#messages li').first().textContent()).toBe(
      '14 older messages stand on the Messages tab.',
    );
    expect(await page.locator('.message').count()).toBe(120);
  });
});
