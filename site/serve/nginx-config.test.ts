import { describe, expect, test } from 'vitest';
import { toNginxConfig, type NginxOptions } from './nginx-config.ts';
import { POLICIES, SECURITY_HEADERS } from './security-headers.ts';

const options: NginxOptions = {
  root: '/srv/site/current',
  listen: '80 [::]:80',
  serverName: 'example.org www.example.org',
  upstream: '127.0.0.1:4321',
  redirectsMap: '/srv/redirects.map',
  brotli: true,
};

describe('toNginxConfig', () => {
  test('fills every name', () => {
    const config = toNginxConfig(options);
    expect(config).not.toMatch(/\{\{|\}\}|undefined/);
    expect(config).toContain('root "/srv/site/current";');
    expect(config).toContain('    listen 80;\n    listen [::]:80;\n');
    expect(config).toContain('server_name example.org www.example.org;');
    expect(config).toContain('client_max_body_size 262144;');
    expect(config).toContain('proxy_pass http://127.0.0.1:4321;');
    expect(config).toContain('include "/srv/redirects.ma[p]";');
  });

  test('has the headers of the site’s own server', () => {
    const config = toNginxConfig(options);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      const line = `add_header ${name} "${value}" always;`;
      expect(config).toContain(name === 'content-security-policy' ? `default "${value}";` : line);
    }
    for (const [path, policy] of Object.entries(POLICIES)) {
      expect(config).toContain(`"${path}" "${policy}";`);
    }
  });

  test.for(['8080', '127.0.0.1:8080', '*:80', '[::1]:80', 'localhost:80'])(
    'listens on %s',
    (at) => {
      expect(toNginxConfig({ ...options, listen: at })).toContain(`    listen ${at};\n`);
    },
  );

  test('leaves out what this nginx cannot do and what there is none of', () => {
    const config = toNginxConfig({ ...options, brotli: false, redirectsMap: undefined });
    expect(config).not.toContain('brotli_static');
    expect(config).not.toContain('include');
  });

  test.for([
    { root: '/srv/"; deny all; #' },
    { root: '/srv/$host' },
    { listen: '80; deny all' },
    { listen: 'abc' },
    { listen: '' },
    { listen: '0' },
    { listen: '70000' },
    { listen: '443 ssl' },
    { serverName: 'a;b' },
    { upstream: 'x/y' },
  ])('refuses %o', (wrong) => {
    expect(() => toNginxConfig({ ...options, ...wrong })).toThrow(/cannot be given/);
  });
});
