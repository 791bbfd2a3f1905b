import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { TransportRequest } from '../../src/model/outside.ts';
import { createPlaces } from '../../src/node/places.ts';
import { json, redirect, startHub } from '../hub/stand-in-hub.ts';
import { transport } from './support.ts';

const request = { method: 'GET', url: 'https://hub.test/api' } as const;

describe('the places at a hub', () => {
  it('are waited for while others get on, and no longer than the caller has patience when nobody does', async () => {
    const inPlace = createPlaces(1, 100);
    const short = Array.from({ length: 4 }, () => inPlace(request, () => pause(60, 'in turn')));
    const long = inPlace(request, () => pause(900, 'at last'));
    const ask = () => inPlace(request, async () => 'too soon');
    const impatient = [ask(), ask(), ask()];
    const patient = inPlace({ ...request, isPatient: true }, async () => 'in the end');
    const elsewhere = inPlace({ ...request, url: 'https://other.test/' }, async () => 'elsewhere');
    assert.equal(await elsewhere, 'elsewhere');
    const start = Date.now();
    for (const one of impatient) {
      await assert.rejects(one, {
        name: 'TransportError',
        message: 'too many requests wait for hub.test',
      });
    }
    // One that gives up is no sign that the others will get on.
    assert.ok(Date.now() - start < 600);
    assert.deepEqual(await Promise.all(short), ['in turn', 'in turn', 'in turn', 'in turn']);
    assert.deepEqual(await Promise.all([long, patient]), ['at last', 'in the end']);
  });

  it('go to an editor before an audit, which goes on after it', async () => {
    const order: string[] = [];
    const hub = await startHub({
      '/api': response => {
        setTimeout(() => response.end('{}'), 20);
      },
    });
    const sender = transport({ maxConcurrent: 2 });
    const send = async (name: string, options: Partial<TransportRequest>) => {
      await sender.send({ method: 'GET', url: `${hub.endpoint}/api`, ...options });
      order.push(name);
    };
    const record = () => send('record', { isPatient: true });
    const audit = Array.from({ length: 30 }, record);
    // What an audit does not wait minutes for is no more urgent than its records.
    const publisher = send('publisher', {});
    await audit[0];
    await send('editor', { isInteractive: true });
    assert.ok(order.length <= 6, `after ${order.length} others`);
    await Promise.all([...audit, publisher]);
    assert.ok(order.indexOf('publisher') >= 28, `as number ${order.indexOf('publisher')}`);
    assert.equal(order.length, 32);
    await hub.close();
  });

  it('are given up at once by who leaves, and nothing is sent for them', async () => {
    const hub = await startHub({ '/first': () => undefined });
    const sender = transport({ maxConcurrent: 1 });
    const first = sender.send({ method: 'GET', url: `${hub.endpoint}/first` });
    const controller = new AbortController();
    const second = sender.send({
      method: 'GET',
      url: `${hub.endpoint}/second`,
      signal: controller.signal,
      isPatient: true,
    });
    setTimeout(() => controller.abort(), 50);
    const start = Date.now();
    await assert.rejects(second, { name: 'TransportError', message: 'cancelled' });
    assert.ok(Date.now() - start < 1000);
    await assert.rejects(first, { message: `no answer from ${hub.host} within 1.8 s` });
    assert.deepEqual(
      hub.requests.map(({ path }) => path),
      ['/first'],
    );
    await hub.close();
  });

  it('are not kept by those whom a redirect led to a silent host', async () => {
    const silent = await startHub({ '/file': () => undefined });
    const hub = await startHub({ '/file': redirect(`${silent.endpoint}/file`), '/api': json(200, '{}') });
    const sender = transport({ maxConcurrent: 1 });
    const stuck = sender.send({ method: 'GET', url: `${hub.endpoint}/file` });
    const answered = sender.send({ method: 'GET', url: `${hub.endpoint}/api` });
    const first = await Promise.race([answered, stuck.catch(() => undefined)]);
    assert.equal(first?.body, '{}');
    await assert.rejects(stuck, { message: `no answer from ${silent.host} within 1.8 s` });
    await Promise.all([hub.close(), silent.close()]);
  });
});
