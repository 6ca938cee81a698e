import type { Article, ArticleId } from './knowledge-ids';

export const en: Readonly<Record<ArticleId, Article>> = {
  password: {
    title: 'How do I get back in when I have forgotten my password?',
    steps: [
      '1. Open the login page and choose “Forgotten password”.',
      '2. Type the e-mail address with which you signed up for the course.',
      '3. Within a few minutes a message with a link comes. Look into the spam folder too.',
      '4. Open the link and choose a new password.',
      'No message after 15 minutes? Write to us from the address you signed up with. Never send us your password.',
    ],
    also: ['cannot log in', 'login', 'sign in', 'reset password', 'account locked'],
  },
  microphone: {
    title: 'Nobody can hear me. What can I do?',
    steps: [
      '1. See that the microphone in the meeting is not crossed out. If it is, click it.',
      '2. Click the small arrow beside the microphone and choose another one from the list.',
      '3. If the browser asks whether it may use the microphone, choose “Allow”. If you once refused, click the padlock beside the address and change it there.',
      '4. Close other programmes that use the microphone, then leave the meeting and come back.',
      '5. It still fails? Join with your phone, or write in the chat, and tell us.',
    ],
    also: ['sound', 'audio', 'headset', 'muted', 'no voice'],
  },
  camera: {
    title: 'My camera does not work. What can I do?',
    steps: [
      '1. See whether the lens is covered: many laptops have a slide or a key for it.',
      '2. Click the camera in the meeting. If it is crossed out, it is off.',
      '3. If the browser asks whether it may use the camera, choose “Allow”.',
      '4. Close other programmes that may hold the camera, such as a second meeting.',
      '5. Leave the meeting and come back.',
      'You can take part without a camera as well: tell the trainer in the chat.',
    ],
    also: ['video', 'picture', 'webcam', 'black screen'],
  },
  'joining-link': {
    title: 'Where is the link, and why does it not open?',
    steps: [
      '1. The link is in the last reminder that we sent. Search your mailbox for the name of the course, also in spam.',
      '2. Click the link. If nothing happens, copy all of it into the address bar of a browser.',
      '3. If you are asked to install a programme, you can choose to join from the browser.',
      '4. A firm network may block it: try your phone or a private network.',
      '5. “The meeting has not started”? Wait on that page, it opens ten minutes before the start.',
    ],
    also: ['cannot join', 'meeting', 'url', 'invitation', 'webinar room'],
  },
  recording: {
    title: 'Will there be a recording, and where?',
    steps: [
      '1. If a session is recorded, the trainer says so at the beginning.',
      '2. The link to the recording comes by e-mail, usually within two working days.',
      '3. It does not play? Try another browser and switch off extensions that block content.',
      'If the link has expired or is missing, write to us and name the course and the date.',
    ],
    also: ['video', 'watch again', 'missed the session', 'replay'],
  },
  certificate: {
    title: 'When and how do I get my certificate?',
    steps: [
      '1. Certificates are sent by e-mail after the last session, usually within five working days.',
      '2. Look into the spam folder as well.',
      '3. Check that your first and last name are right.',
      'Something is wrong, or nothing came? Reply to any message of ours and write your name exactly as it should stand.',
    ],
    also: ['diploma', 'confirmation of attendance', 'name misspelt'],
  },
  invoice: {
    title: 'How do I get an invoice or have it corrected?',
    steps: [
      '1. The invoice comes to the e-mail address given when ordering. Accounting may have it already.',
      '2. For an invoice or a correction send us: full name of the firm, tax number, address, and the name of the course.',
      '3. Say to which address the invoice should go.',
      'We answer within the hours given below every message.',
    ],
    also: ['bill', 'payment', 'tax number', 'correction', 'VAT'],
  },
  reschedule: {
    title: 'I cannot come on that day. What now?',
    steps: [
      '1. Write to us as early as you can, and name the course and the date.',
      '2. Say which other days and times suit you.',
      '3. We answer with what is possible: another date, the recording, or somebody else in your place.',
      'Only an hour left? Write all the same: the trainer will know that you are not coming.',
    ],
    also: ['change date', 'absent', 'ill', 'cancel my place', 'substitute'],
  },
  materials: {
    title: 'Where are the materials, and why can I not open them?',
    steps: [
      '1. The link to the materials is in the reminder before the session.',
      '2. If you are asked for access, make sure that you are logged in with the address you signed up with.',
      '3. A PDF does not open? Save it on your disk first and open it from there.',
      '4. A file is too large for your phone? Open it on a computer.',
      'If it still fails, tell us the name of the file and what the message says.',
    ],
    also: ['slides', 'presentation', 'download', 'no access', 'files', 'handout'],
  },
  'slow-connection': {
    title: 'Picture and sound keep breaking off. What helps?',
    steps: [
      '1. Switch off your camera: that saves the most.',
      '2. Close other tabs, programmes and downloads.',
      '3. Move nearer to the router, or use a cable.',
      '4. Ask people at home not to watch films meanwhile.',
      '5. Try sharing the connection of your phone.',
      '6. As a last resort listen by phone and follow the slides from the materials.',
    ],
    also: ['slow internet', 'freezing', 'lag', 'wifi', 'disconnects'],
  },
  'wrong-time-zone': {
    title: 'My calendar shows another hour than your message',
    steps: [
      '1. Our messages name the time zone beside the hour, for example “Warsaw time”.',
      '2. Warsaw and Kyiv are always one hour apart: 10:00 in Warsaw is 11:00 in Kyiv.',
      '3. See which time zone is set in your calendar and on your device.',
      '4. In doubt the hour in our latest message holds.',
    ],
    also: ['wrong hour', 'time zone', 'Kyiv time', 'Warsaw time', 'clock change'],
  },
  accessibility: {
    title: 'I need captions, larger print or other help to take part',
    steps: [
      '1. Write to us what makes taking part easier for you. You do not have to give reasons.',
      '2. Often possible: live captions, materials in large print or for a screen reader, longer breaks, answering in the chat instead of aloud.',
      '3. Tell us a few days ahead if you can, so that the trainer can prepare.',
      '4. Most meeting programmes have captions that you can switch on yourself: look for “CC”.',
    ],
    also: [
      'accessible',
      'disability',
      'screen reader',
      'captions',
      'subtitles',
      'hard of hearing',
      'low vision',
    ],
  },
};
