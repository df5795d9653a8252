import compiled from '../../../app/fax/kernels/assembly/index.ts?compiled';
import type { Kernels } from '../../../app/fax/kernels/kernels';
import { plainKernels } from '../../../app/fax/kernels/plain/plain-kernels';
import { type KernelExports, wasmKernels } from '../../../app/fax/kernels/wasm-kernels';

/** The kernels in WebAssembly, or plain ones where it can't be compiled. */
export function loadKernels(): Kernels {
  try {
    const module = new WebAssembly.Module(compiled);
    return wasmKernels(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return plainKernels;
    throw error;
  }
}
