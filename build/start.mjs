import process from 'node:process';
import { launch } from './launch.mjs';

const { code } = await launch(process.argv.slice(2));
process.exitCode = code;
