import process from 'node:process';
import { headless, launch } from './launch.mjs';

const { code } = await launch(process.argv.slice(2), { switches: headless, quiet: true });
process.exitCode = code;
