import { type OrderedFault, parseFault } from './faults.ts';
import type { HubRequest, Reply } from './types.ts';

interface Order {
  readonly pattern: RegExp;
  readonly what: OrderedFault | Reply;
  left: number;
}

/** What is to be sent, and the fault that says in which manner. */
export interface Answer {
  readonly reply: Reply;
  readonly fault?: OrderedFault | undefined;
}

/** What goes wrong for which paths, and for how long. */
export interface Orders {
  add(pattern: string, what: string | Reply, times: number): void;
  /** The answer to a request; `usual` makes the one it would get without an order. */
  obey(request: HubRequest, usual: () => Reply): Answer;
}

export function createOrders(): Orders {
  const orders: Order[] = [];
  return {
    add(pattern, what, times) {
      const order = typeof what === 'string' ? parseFault(what) : what;
      orders.unshift({ pattern: toPattern(pattern), what: order, left: times });
    },
    obey(request, usual) {
      const what = orderFor(request, orders);
      if (what === undefined) return { reply: usual() };
      if ('status' in what) return { reply: what };
      const { fault, detail } = what;
      return { reply: fault.reply ? fault.reply(usual, detail, request) : usual(), fault: what };
    },
  };
}

/** What this request was ordered to get: in its own header, or for its path. */
function orderFor(request: HubRequest, orders: readonly Order[]): Order['what'] | undefined {
  const header = request.headers['x-stand-in-fault'];
  if (typeof header === 'string') return parseFault(header);
  const order = orders.find(({ pattern, left }) => left > 0 && pattern.test(request.url));
  if (order !== undefined) order.left -= 1;
  return order?.what;
}

/** `*` stands for any text. Without a query of its own a pattern fits whatever the query. */
export function toPattern(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}${pattern.includes('?') ? '' : '(\\?.*)?'}$`);
}
