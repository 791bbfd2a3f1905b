import { inflateRawSync } from 'node:zlib';

/** Indexes as git wrote them: `.gitignore`, `a.py`, `out/deep/é.py` and `out/kept.py` are tracked, in one `new.py` too. */
const written = {
  'version 2':
    'c/EMcmZgYGBiYGBgyWaxnsKWs/0WjGZg+MfAoLh8FwND4xIGBGDt/LmGZdWxE+/SHka02tWyWG5+U6HLwKWXnlmSmZ6XX5QKUwg2R3/dLRgNNW8HmnlMF1gm/q2L3vZL46j4gt1GO7ayBc/1ZWBJ1CuoRDIH3V1qi9HdxcRQyneH/Zpj7Bn2dcyBLy2rmZS272Lgyy8t0U9JTS3QP7wSaiIO83aim8fz+0NH25+VK2W2B79pNznhf/qpznwGbpB52akFJXDnMXw4znxUqt1LXM+CaW7Uz9Lcid6PfQA=',
  'version 3, with a file only intended':
    'c/EMcmZgYGBmYGBgzWaxnqLweN5RGM3A8I+BQW3xEwaGxiUMCMDa+XMNy6pjJ96lPYxotatlsdz8pkKXgUsvPbMkMz0vvygVphCHeQ/RzGO6wDLxb130tl8aR8UX7DbasZUteK4vA0uiXkElAwGAYg7Ds7mPZm+6eM3Zu1tzXXnUjUNPeoInOrApMOSlloPNwuGex+juYSjlu8N+zTH2DPs65sCXltVMStt3MfDll5bop6SmFugfXgl1GQ7zHqGbx/P7Q0fbn5UrZbYHv2k3OeF/+qnOfAZukHnZqQUlCG9m7T3QFTffdqMGy+u8GYn+W1cv914IAA==',
  'version 4, with shortened names':
    'c/EMcmZgYGAB4WwW6ylqi0Mnw2gGhn8MDGpLhBgYGpcwIABr5881LKuOnXiX9jCi1a6WxXLzmwpdBi4GvfTMksz0vPyiVAYcJvGjmcR0gWXi37robb80joov2G20Yytb8FxfBhauRL2CSlxmCKKbwVDKd4f9mmPsGfZ1zIEvLauZlLbvYuBjyS8t0U9JTS3QP7wSj2kC6Kbx/P7Q0fZn5UqZ7cFv2k1O+J9+qjOfgZsrO7WgBGTMtoqd4TICC7oWbnvL6P9UdovMosTHAA==',
  'names of SHA-256':
    'c/EMcmZgYGBiYGBgyWaxnqK59fU+GM3A8I+BQW2JLQND4xIGBGD9Na+1RG3PTYm7UfcuXeMo+sV/SmoKr26iblfH3Uh5Tn9nBi699MySzPS8/KJUkAYc5lqhmcu0WTn6bZ3FndqU8sPy5xJ7y08v/MhbJHxyUcD18p3dIY/zGFgS9QoqcZpng27etoQzRxWMg6IYNnQaJ/YsWLPt+vFHPmGvOzvSHgcy7L30nYEvv7REPyU1tUD/8EqwyRCAw3xrdPNb3N7q/1r3YMYs+Vf93q3CmqtmX+xf3MzJdGu6zTejY/skGbhB5menFpRADDczvPlK/7BY/zcpneeZmhc2lCllNMWeCFJeGt4Q0rtJ8yIA',
} as const;

export type IndexKind = keyof typeof written;
export const indexKinds = Object.keys(written) as readonly IndexKind[];

export function gitIndex(kind: IndexKind): Buffer {
  return inflateRawSync(Buffer.from(written[kind], 'base64'));
}
