import { loaders } from '../loaders/registry.generated.ts';

/** The names that libraries of Python with loaders are imported by. */
export const pythonLibraries: ReadonlySet<string> = new Set(
  loaders.flatMap(({ language, modules }) => (language === 'python' ? modules : [])),
);
