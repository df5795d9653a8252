import './ahead';
import '../app/zod-without-eval';
import './ui/tokens.css';
import './ui/base.css';

import './window';
