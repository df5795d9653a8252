import { levelsOf } from './levels';
import type { Candidate } from './sides';
import type { Surroundings } from './surroundings';

/*
 * How sure is sure enough. A page that was scanned or drawn whole must never be cut, even if a dark cover, a
 * picture or a tinted form on it looks like a paper on a desk. A desk has no print on it, and no photo is held perfectly
 * straight; where both speak against a desk, or the light, there is no cut.
 */

/** Paper and desk differ at least this much: a white desk is hardly darker than paper. */
const LEAST_CONTRAST = levelsOf(1.03);

/** Where they differ this much, there can hardly be a doubt. */
const PLAIN_CONTRAST = levelsOf(1.115);

/** A desk of which more than this part is not smooth is patterned: it has details of its own. */
const ROUGH = 0.12;

/** So is a desk with more than this part of details on all sides, to the border of the picture: pages have margins. */
const DETAILED = 0.2;

const isPatterned = ({ rough, leastDetailed }: Surroundings): boolean => rough >= ROUGH || leastDetailed >= DETAILED;

/** Whether something that is little darker than paper has print on it: then it is paper too, of another tint. */
function hasPrint(around: Surroundings): boolean {
  const { contrast, detailed, printed } = around;
  if (isPatterned(around)) return false;
  return (contrast < PLAIN_CONTRAST && detailed > 0.08) || (contrast < 1.5 * PLAIN_CONTRAST && printed > 0.05);
}

/** Paper lighter than the desk. */
function isLightPaper({ support, worst }: Candidate, around: Surroundings, straight: boolean): boolean {
  const { contrast, detailed, likePaper } = around;
  if (support < 0.8 || worst < 0.55 || contrast < LEAST_CONTRAST) return false;
  if (straight) return contrast >= PLAIN_CONTRAST && detailed < 0.01 && likePaper < 0.02;
  return likePaper < 0.5 && !hasPrint(around);
}

/** Paper darker than the desk. A picture or a tinted box on a page looks the same but lies straight, or has print beside it. */
function isDarkPaper({ support, worst }: Candidate, around: Surroundings, straight: boolean): boolean {
  const { contrast, detailed, likePaper } = around;
  if (straight || support < 0.85 || worst < 0.7 || -contrast < LEAST_CONTRAST) return false;
  return -contrast < PLAIN_CONTRAST ? detailed < 0.002 && likePaper < 0.2 : detailed < 0.01 && likePaper < 0.1;
}

/** Whether a candidate is surely paper; `straight`: its sides run along the picture's. */
export const isPaper = (candidate: Candidate, around: Surroundings, straight: boolean): boolean =>
  (candidate.lighter ? isLightPaper : isDarkPaper)(candidate, around, straight);
