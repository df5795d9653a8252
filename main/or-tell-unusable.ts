/** Opens something of the data folder. Where that can't be used the user is told, and the program ends: `null`. */
export async function orTellUnusable<T>(open: () => T): Promise<T | null> {
  try {
    return open();
  } catch (error) {
    const { tellUnusableHome } = await import('./unusable-home');
    await tellUnusableHome(error);
    return null;
  }
}
