import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createPlaces } from '../../src/node/places.ts';
import { startHub } from '../hub/stand-in-hub.ts';
import { transport } from './support.ts';

const request = { method: 'GET', url: 'https://hub.test/api' } as const;

describe('the places at a hub', () => {
  it('are waited for no longer than the caller has patience', async () => {
    const inPlace = createPlaces(1, 50);
    const first = inPlace(request, () => pause(300, 'first'));
    const impatient = inPlace(request, async () => 'too soon');
    const patient = inPlace({ ...request, isPatient: true }, async () => 'in the end');
    await assert.rejects(impatient, {
      name: 'TransportError',
      message: 'too many requests wait for hub.test',
    });
    assert.deepEqual(await Promise.all([first, patient]), ['first', 'in the end']);
  });

  it('go first to those who cannot wait, and apart for each hub', async () => {
    const inPlace = createPlaces(1, 5000);
    const order: string[] = [];
    const work = (name: string) => async () => {
      await pause(20);
      order.push(name);
    };
    await Promise.all([
      inPlace(request, work('first')),
      inPlace({ ...request, isPatient: true }, work('an audit')),
      inPlace({ ...request, isPatient: true }, work('an audit')),
      inPlace(request, work('a hover')),
      inPlace({ ...request, url: 'https://other.test/' }, async () => void order.push('elsewhere')),
    ]);
    assert.deepEqual(order, ['elsewhere', 'first', 'a hover', 'an audit', 'an audit']);
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
});
