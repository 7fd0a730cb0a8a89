// Moves several scroll positions together, in 280 ms with one easing (SPEC §6), or at once with reduced motion. Not the
// browser's smooth scrolling: its length and curve differ per engine, and columns would arrive one after the other.
export const GLIDE_MS = 280;

export interface GlideStep {
  from: number;
  to: number;
  put(top: number): void;
}

const ease = (t: number): number => 1 - (1 - t) ** 3;

export class Glide {
  #handle = 0;

  get running(): boolean {
    return this.#handle !== 0;
  }

  start(steps: readonly GlideStep[], move: boolean, each: () => void): void {
    this.stop();
    const far = steps.some((step) => Math.abs(step.to - step.from) >= 1);
    if (!move || !far) {
      for (const step of steps) step.put(step.to);
      each();
      return;
    }
    let began: number | null = null;
    const tick = (now: number): void => {
      began ??= now;
      const part = Math.min(1, (now - began) / GLIDE_MS);
      for (const step of steps) step.put(part === 1 ? step.to : step.from + (step.to - step.from) * ease(part));
      this.#handle = part < 1 ? requestAnimationFrame(tick) : 0;
      each();
    };
    this.#handle = requestAnimationFrame(tick);
  }

  stop(): void {
    if (this.#handle) cancelAnimationFrame(this.#handle);
    this.#handle = 0;
  }
}
