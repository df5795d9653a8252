import './ahead';
import './policy';
import './ui/tokens.css';
import './ui/base.css';

import './window';
