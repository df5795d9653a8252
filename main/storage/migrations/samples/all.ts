import { sampleOfVersion1 } from './0001';
import { sampleOfVersion2 } from './0002';
import { sampleOfVersion3 } from './0003';
import { sampleOfVersion4 } from './0004';

/** Entry n-1 is what version n writes, put into a file that holds the samples of the versions before it. */
export const samples: readonly string[] = [sampleOfVersion1, sampleOfVersion2, sampleOfVersion3, sampleOfVersion4];
