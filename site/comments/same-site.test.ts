import { describe, expect, test } from 'vitest';
import { isFromSite } from './same-site.ts';

const SITE = 'https://lymphwise.example';
const COMMENTS = 'https://comments.example/api/comments';

describe('isFromSite', () => {
  test.for([
    { what: 'the site', url: SITE, headers: { origin: SITE }, ours: true },
    {
      what: 'the site, to another host that takes comments',
      url: 'https://comments.example',
      headers: { origin: SITE },
      ours: true,
    },
    {
      what: 'a commenter’s own page on that host, which tells nobody where it is',
      url: 'https://comments.example',
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ours: true,
    },
    {
      what: 'a page on that host, behind a proxy that ends the encryption',
      url: 'http://comments.example',
      headers: { origin: 'https://comments.example' },
      ours: true,
    },
    {
      what: 'another site',
      url: SITE,
      headers: { origin: 'https://evil.example' },
      ours: false,
    },
    {
      what: 'this machine by its number',
      url: 'http://127.0.0.1:4321',
      headers: { origin: 'http://127.0.0.1:4321' },
      ours: true,
    },
    {
      what: 'this machine by its number in IPv6',
      url: 'http://[::1]:4321',
      headers: { origin: 'http://[::1]:4321' },
      ours: true,
    },
    {
      what: 'this machine by its name',
      url: 'http://localhost:4321',
      headers: { origin: 'http://localhost:4321' },
      ours: true,
    },
    {
      what: 'another port of this machine',
      url: 'http://localhost:4321',
      headers: { origin: 'http://localhost:8080' },
      ours: false,
    },
    {
      what: 'a name that was made to lead here',
      url: 'http://evil.example:4321',
      headers: { origin: 'http://evil.example:4321', 'sec-fetch-site': 'same-origin' },
      ours: false,
    },
    {
      what: 'such a name that hides',
      url: 'http://evil.example:4321',
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ours: false,
    },
    {
      what: 'a name like a number',
      url: 'http://127.0.0.1.evil.example:4321',
      headers: { origin: 'http://127.0.0.1.evil.example:4321' },
      ours: false,
    },
    {
      what: 'a page of the site that tells nobody where it is',
      url: SITE,
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ours: true,
    },
    {
      what: 'a page of another site that hides',
      url: SITE,
      headers: { origin: 'null', 'sec-fetch-site': 'cross-site' },
      ours: false,
    },
    { what: 'who hides and says no more', url: SITE, headers: { origin: 'null' }, ours: false },
    { what: 'the address bar', url: SITE, headers: { 'sec-fetch-site': 'none' }, ours: true },
    { what: 'a program', url: SITE, headers: {}, ours: true },
  ])('from $what: $ours', ({ url, headers, ours }) => {
    const given: Record<string, string> = headers;
    const request = new Request(`${url}/api/comments`, { method: 'POST', headers: given });
    expect(isFromSite(request, SITE, COMMENTS)).toBe(ours);
  });
});
