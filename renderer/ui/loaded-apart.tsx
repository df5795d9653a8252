import { type ComponentType, lazy, useState } from 'react';

/** A part of the interface whose code is loaded when it is first drawn, or before by `preload`. */
export type LoadedApart<P extends object> = ComponentType<P> & { readonly preload: () => Promise<void> };

/**
 * Lies inside a `Suspense`. What was preloaded is drawn at once; React's own `lazy` would show it 0.3 s late, since it
 * spaces what comes in a fallback's place.
 */
export function loadedApart<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LoadedApart<P> {
  let loaded: ComponentType<P> | null = null;
  const loading = async (): Promise<{ default: ComponentType<P> }> => {
    const module = await load();
    loaded = module.default;
    return module;
  };
  const Awaited = lazy(loading);
  function Part(props: P) {
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Awaited);
    return <Shown {...props} />;
  }
  return Object.assign(Part, { preload: () => loading().then(() => undefined) });
}
